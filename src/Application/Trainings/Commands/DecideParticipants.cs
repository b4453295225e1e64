using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Notifications;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>
/// The unit or the superior approves or rejects candidates, many at once. A rejection needs a reason; nobody
/// decides on their own nomination or on themselves.
/// </summary>
[SignedIn]
public sealed record DecideParticipants(IReadOnlyList<ParticipantDecision> Decisions) : ICommand<BulkOutcome>;

/// <param name="Reason">Required to reject.</param>
public sealed record ParticipantDecision(Guid ParticipantId, bool Approve, string? Reason);

internal sealed class DecideParticipantsValidator : AbstractValidator<DecideParticipants>
{
    public DecideParticipantsValidator()
    {
        RuleFor(request => request.Decisions).NotEmpty();
        RuleForEach(request => request.Decisions)
            .NotNull()
            .ChildRules(decision => decision.RuleFor(one => one.Reason).MaximumLength(Participant.ReasonMaximum));
    }
}

internal sealed class DecideParticipantsHandler(
    IDatabase database,
    TrainingGate gate,
    RegistrationMails mails,
    IInstitution institution,
    INotifier notifier,
    ICurrentUser user,
    TimeProvider time
) : IRequestHandler<DecideParticipants, Result<BulkOutcome>>
{
    public async Task<Result<BulkOutcome>> Handle(DecideParticipants request, CancellationToken ct)
    {
        if (request.Decisions.Count > NominationDesk.Maximum)
            return ParticipantErrors.TooMany(NominationDesk.Maximum);
        var ids = request.Decisions.Select(decision => ParticipantId.From(decision.ParticipantId)).ToList();
        var found = await database
            .Set<Participant>()
            .Where(one => ids.Contains(one.Id))
            .ToDictionaryAsync(one => one.Id, ct);
        var trainings = await TrainingsAsync(found.Values, ct);
        var now = time.GetUtcNow();
        var bulk = new Bulk();
        foreach (var decision in request.Decisions)
        {
            var participant = found.GetValueOrDefault(ParticipantId.From(decision.ParticipantId));
            if (participant is null || !gate.MayDecide(participant, trainings[participant.TrainingId]))
            {
                bulk.Refuse(participant, ParticipantErrors.NotFound());
                continue;
            }
            if (trainings[participant.TrainingId].CheckAcceptsParticipants() is { IsSuccess: false } over)
            {
                bulk.Refuse(participant, over.Error);
                continue;
            }
            var decided = decision.Approve
                ? participant.Approve(user.UserId, user.EmployeeId, now)
                : participant.Reject(decision.Reason ?? "", user.UserId, user.EmployeeId, now);
            bulk.Add(participant, decided, canTakeBack: participant.MayTakeBackDecision(user.UserId, now));
            if (decided.IsSuccess && !decision.Approve)
                await TellRejectedAsync(trainings[participant.TrainingId], participant, ct);
        }
        return bulk.ToResult();
    }

    private async Task TellRejectedAsync(Training training, Participant participant, CancellationToken ct)
    {
        if (!participant.HearsOfRejection)
            return;
        if (participant.ExternalEmail is not null)
        {
            mails.Rejected(training, participant, await institution.CurrentAsync(ct));
        }
        else if (participant.EmployeeId is { } applicant)
        {
            notifier.Add(
                new NewNotification(
                    Recipient.Employee(applicant),
                    "participant.rejected",
                    "/catalogue/mine",
                    ("title", training.Title),
                    ("reason", participant.Reason)
                )
            );
        }
    }

    private Task<Dictionary<TrainingId, Training>> TrainingsAsync(IEnumerable<Participant> people, CancellationToken ct)
    {
        var ids = people.Select(one => one.TrainingId).Distinct().ToList();
        return database
            .Set<Training>()
            .AsNoTracking()
            .Where(training => ids.Contains(training.Id))
            .ToDictionaryAsync(training => training.Id, ct);
    }
}
