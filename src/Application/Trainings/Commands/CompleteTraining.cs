using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Behaviours;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.LearningHours;
using Pionir.Application.Trainings.Completion;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>
/// One act: everybody passes or fails by the rule, JP are posted to the ledger, certificates open. Done twice, or
/// from two windows at once, it happens once and the other is told.
/// </summary>
/// <param name="Reason">Asked where people would pass of whom nothing was measured: no session, test or certificate.</param>
[Requires(Permission.TrainingsRun)]
public sealed record CompleteTraining(Guid TrainingId, string? Reason = null) : ICommand<CompletedTraining>, IReasoned;

/// <param name="Jp">JP of each employee who passed.</param>
/// <param name="Posted">New entries of the ledger.</param>
/// <param name="Certificates">What became of certificates issued before it was reopened.</param>
public sealed record CompletedTraining(
    Guid TrainingId,
    TrainingState State,
    int Passed,
    int Failed,
    int Jp,
    int Posted,
    CertificateConsequences Certificates
);

internal sealed class CompleteTrainingValidator : AbstractValidator<CompleteTraining>
{
    public CompleteTrainingValidator() =>
        RuleFor(request => request.Reason!)
            .Reason(LedgerEntry.ReasonMinimum, LedgerEntry.ReasonMaximum)
            .When(request => request.Reason is not null);
}

internal sealed class CompleteTrainingHandler(
    IDatabase database,
    PlanningDesk desk,
    CompletionSheet sheet,
    TrainingJp trainingJp,
    ITrainingCertificates certificates,
    ILedger ledger
) : IRequestHandler<CompleteTraining, Result<CompletedTraining>>
{
    private static readonly ParticipantState[] Undecided = [ParticipantState.Confirmed, ParticipantState.Attended];

    public async Task<Result<CompletedTraining>> Handle(CompleteTraining request, CancellationToken ct)
    {
        // The lock comes before the look: the second window waits and then reads that it is done.
        var found = await desk.LockAsync(request.TrainingId, ct, Permission.TrainingsRun);
        if (!found.IsSuccess)
            return found.Error;
        var training = found.Value;
        var calculation = await trainingJp.CalculateAsync(training, ct);
        var required = await desk.RequirementsAsync(ct);
        var moved = training.Complete(required, TrainingJp.Award(calculation), desk.Me, desk.Now, request.Reason);
        if (!moved.IsSuccess)
            return moved.Error;
        var people = await database
            .Set<Participant>()
            .Where(one => one.TrainingId == training.Id && Undecided.Contains(one.State))
            .ToListAsync(ct);
        if (people.Count == 0)
            return CompletionErrors.NobodyTookPart();

        var facts = await sheet.ReadAsync(training, ct);
        var unmeasured = 0;
        foreach (var person in people)
        {
            var result = training.CompletionRule.Calculate(facts[person.Id.Value]);
            person.Conclude(result.Passed, desk.Now);
            unmeasured += result.PassedUnmeasured ? 1 : 0;
        }
        if (unmeasured > 0 && request.Reason is null)
            return CompletionErrors.NothingMeasured(unmeasured);
        var passed = people.Where(one => one.State == ParticipantState.Passed).ToList();
        var content = await trainingJp.ContentAsync(training, ct);
        // A form may be worth nothing (a rule with cap 0): then there is nothing to post, and people still pass.
        var postings =
            calculation.Jp < 1
                ? []
                : passed
                    .Where(one => one.EmployeeId is not null)
                    .Select(one => TrainingJp.Posting(training, one, content, calculation))
                    .ToList();
        if (postings.Count > 0 && await ledger.CheckOpenAsync(training.JpYear, ct) is { IsSuccess: false } closed)
            return closed.Error;
        var consequences = await certificates.ForeseeAsync(
            training.Id.Value,
            passed.Select(one => one.Id.Value).ToHashSet(),
            ct
        );
        // Certificates follow the results on the event that this raises.
        await database.SaveChangesAsync(ct);
        var receipt = await ledger.PostAsync(postings, ct);
        return new CompletedTraining(
            training.Id.Value,
            training.State,
            passed.Count,
            people.Count - passed.Count,
            calculation.Jp,
            receipt.Posted,
            consequences
        );
    }
}
