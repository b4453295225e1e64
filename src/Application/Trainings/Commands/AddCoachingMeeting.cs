using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>
/// A meeting that was held: noted by the officer, the coach or the participant; of learning under supervision never by
/// the learner.
/// </summary>
[SignedIn]
public sealed record AddCoachingMeeting(
    Guid TrainingId,
    Guid AgreementId,
    DateOnly HeldOn,
    int Minutes,
    string Topic,
    string? Outcome
) : ICommand<AddedCoachingMeeting>;

public sealed record AddedCoachingMeeting(Guid MeetingId, int Held, int Agreed);

internal sealed class AddCoachingMeetingValidator : AbstractValidator<AddCoachingMeeting>
{
    public AddCoachingMeetingValidator()
    {
        RuleFor(request => request.Topic).NotEmpty().MaximumLength(CoachingMeeting.TopicMaximum);
        RuleFor(request => request.Outcome).MaximumLength(CoachingMeeting.OutcomeMaximum);
    }
}

internal sealed class AddCoachingMeetingHandler(
    IDatabase database,
    TrainingGate gate,
    SeatRegister seats,
    CoachingReader reader,
    IInstitutionClock clock,
    ICurrentUser user,
    TimeProvider time
) : IRequestHandler<AddCoachingMeeting, Result<AddedCoachingMeeting>>
{
    public async Task<Result<AddedCoachingMeeting>> Handle(AddCoachingMeeting request, CancellationToken ct)
    {
        var id = CoachingAgreementId.From(request.AgreementId);
        var found = await gate.FindAnyAsync(request.TrainingId, ct);
        if (found is null)
            return CoachingErrors.NotFound();
        var training = await seats.LockAndReadAsync(found.Id, ct);
        var agreement = await database
            .Set<CoachingAgreement>()
            .Include(one => one.Meetings)
            .SingleOrDefaultAsync(one => one.Id == id, ct);
        if (agreement is null || !agreement.TrainingId.Equals(training.Id))
            return CoachingErrors.NotFound();
        var person = await database.Set<Participant>().SingleAsync(one => one.Id == agreement.ParticipantId, ct);
        if (!reader.MayNote(training, person, agreement))
            return CoachingErrors.NotFound();
        var held = agreement.Hold(
            training,
            request.HeldOn,
            request.Minutes,
            request.Topic,
            request.Outcome,
            await clock.TodayAsync(ct),
            user.UserId,
            time.GetUtcNow()
        );
        if (!held.IsSuccess)
            return held.Error;
        database.Set<CoachingMeeting>().Add(held.Value);
        return new AddedCoachingMeeting(held.Value.Id.Value, agreement.Meetings.Count, agreement.AgreedMeetings);
    }
}
