using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>
/// The contract of learning between a participant and a coach or mentor (form 3.4), made or changed. Learning on one's
/// own or in a community is monitored by the participant's superior, whoever is named here.
/// </summary>
[Requires(Permission.TrainingsRun)]
public sealed record SaveCoachingAgreement(
    Guid TrainingId,
    Guid ParticipantId,
    CoachingKind Kind,
    string CoachName,
    Guid? CoachEmployeeId,
    string Goal,
    int AgreedMeetings,
    uint? ExpectedVersion
) : ICommand<SavedCoaching>;

public sealed record SavedCoaching(Guid AgreementId);

internal sealed class SaveCoachingAgreementValidator : AbstractValidator<SaveCoachingAgreement>
{
    public SaveCoachingAgreementValidator()
    {
        RuleFor(request => request.Kind).IsInEnum();
        RuleFor(request => request.CoachName)
            .NotEmpty()
            .Unless(request => CoachingAgreement.IsSupervisedAs(request.Kind))
            .MaximumLength(CoachingAgreement.CoachMaximum);
        RuleFor(request => request.Goal).NotEmpty().MaximumLength(CoachingAgreement.GoalMaximum);
    }
}

internal sealed class SaveCoachingAgreementHandler(
    IDatabase database,
    TrainingGate gate,
    SeatRegister seats,
    CoachingDesk desk
) : IRequestHandler<SaveCoachingAgreement, Result<SavedCoaching>>
{
    public async Task<Result<SavedCoaching>> Handle(SaveCoachingAgreement request, CancellationToken ct)
    {
        var found = await gate.FindAsync(request.TrainingId, Permission.TrainingsRun, ct);
        if (!found.IsSuccess)
            return found.Error;
        var trainingId = found.Value.Id;
        var training = await seats.LockAndReadAsync(trainingId, ct);
        var id = ParticipantId.From(request.ParticipantId);
        var person = await database
            .Set<Participant>()
            .SingleOrDefaultAsync(one => one.Id == id && one.TrainingId == trainingId, ct);
        if (person is null)
            return ParticipantErrors.NotFound();
        var coach = request.CoachEmployeeId is { } employee ? EmployeeId.From(employee) : (EmployeeId?)null;
        var terms = new CoachingTerms(request.Kind, request.CoachName, coach, request.Goal, request.AgreedMeetings);
        if (CoachingAgreement.IsSupervisedAs(request.Kind))
        {
            if (!(await desk.SuperiorsOfAsync([person], ct)).TryGetValue(id, out var superior))
                return CoachingErrors.SuperiorMissing(person.Name);
            terms = terms with { CoachName = superior.Name, CoachEmployeeId = superior.Id };
        }
        var known = await database.Set<CoachingAgreement>().SingleOrDefaultAsync(one => one.ParticipantId == id, ct);
        if (known is not null)
        {
            if (Versions.Check(known.Version, request.ExpectedVersion) is { } stale)
                return stale;
            var before = known.CoachEmployeeId;
            var changed = known.Change(training, terms);
            if (!changed.IsSuccess)
                return changed.Error;
            Tell(before);
            return new SavedCoaching(known.Id.Value);
        }
        var made = CoachingAgreement.Conclude(training, person, terms);
        if (!made.IsSuccess)
            return made.Error;
        database.Set<CoachingAgreement>().Add(made.Value);
        Tell(before: null);
        return new SavedCoaching(made.Value.Id.Value);

        void Tell(EmployeeId? before)
        {
            if (terms.CoachEmployeeId is { } asked && asked != before)
                desk.Tell(training, terms.Kind, [(asked, person.Name)]);
        }
    }
}
