using FluentValidation;
using MediatR;
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
    CoachingNotes notes,
    IInstitutionClock clock,
    ICurrentUser user,
    TimeProvider time
) : IRequestHandler<AddCoachingMeeting, Result<AddedCoachingMeeting>>
{
    public async Task<Result<AddedCoachingMeeting>> Handle(AddCoachingMeeting request, CancellationToken ct)
    {
        var found = await notes.FindAsync(request.TrainingId, request.AgreementId, ct);
        if (!found.IsSuccess)
            return found.Error;
        var (training, agreement) = found.Value;
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
