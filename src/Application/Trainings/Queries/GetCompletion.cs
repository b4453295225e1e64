using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Completion;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>The rule, the calculation for each person, and what completing would do to how many.</summary>
/// <param name="Passed">Only those who would pass, or would not.</param>
[Requires(Permission.ParticipantsRead, Permission.TrainingsRun)]
public sealed record GetCompletion(Guid TrainingId, bool? Passed, PageRequest Page) : IQuery<CompletionView>;

/// <param name="Jp">JP each employee who passes gets.</param>
/// <param name="Unmeasured">Who would pass though nothing was measured of them; completing then needs a reason.</param>
/// <param name="Gap">What is still to be entered; it does not complete by itself before.</param>
/// <param name="CompletesOn">The day from which it completes by itself once nothing is missing; none when an officer does it.</param>
/// <param name="Certificates">What completing again would do to the certificates in force; none where there are none.</param>
/// <param name="JpSteps">How the JP come about.</param>
public sealed record CompletionView(
    CompletionRule Rule,
    TrainingState State,
    int PlannedMinutes,
    int Jp,
    string JpRuleVersion,
    IReadOnlyList<JpStep> JpSteps,
    int WillPass,
    int WillFail,
    int Unmeasured,
    CompletionGap Gap,
    DateOnly? CompletesOn,
    CertificateConsequences? Certificates,
    Page<CompletionRow> People,
    bool EvaluationAvailable,
    bool CanComplete,
    bool CanReopen,
    bool CanEditRule
);

public sealed record CompletionRow(
    Guid ParticipantId,
    string Name,
    string? IdentityNumber,
    ParticipantState State,
    bool Passed,
    IReadOnlyList<CompletionCriterion> Criteria,
    decimal? PostTestScore,
    string? CertificateFileName
);

internal sealed class GetCompletionHandler(
    IDatabase database,
    TrainingGate gate,
    ParticipantScope scope,
    CompletionSheet sheet,
    TrainingJp trainingJp,
    ITrainingCertificates certificates,
    CompletionGaps gaps,
    IInstitution institution,
    IEvaluationAnswers evaluations,
    TimeProvider time
) : IRequestHandler<GetCompletion, Result<CompletionView>>
{
    public async Task<Result<CompletionView>> Handle(GetCompletion request, CancellationToken ct)
    {
        var id = TrainingId.From(request.TrainingId);
        var training = await database
            .Set<Training>()
            .AsNoTracking()
            .Include(one => one.Sessions)
            .SingleOrDefaultAsync(one => one.Id == id, ct);
        if (training is null || !scope.MaySee(training))
            return TrainingErrors.NotFound();
        var facts = await sheet.ReadAsync(training, ct);
        var rule = training.CompletionRule;
        var people = await scope
            .Of(training, database)
            .AsNoTracking()
            .Seated()
            .OrderBy(one => one.Name)
            .ThenBy(one => one.Id)
            .ToListAsync(ct);
        // Who sat down or left between the two looks is shown with the next one.
        var rows = people
            .Where(one => facts.ContainsKey(one.Id.Value))
            .Select(one => (Person: one, Calculation: Result(one, rule.Calculate(facts[one.Id.Value]))))
            .ToList();
        var shown = rows.Where(row => request.Passed is null || row.Calculation.Passed == request.Passed).ToList();
        var jp = await trainingJp.CalculateAsync(training, ct);
        var runs = gate.Runs(training, Permission.TrainingsRun);
        return new CompletionView(
            rule,
            training.State,
            training.ScheduledMinutes,
            jp.Jp,
            jp.RuleVersion,
            jp.Steps,
            rows.Count(row => row.Calculation.Passed),
            rows.Count(row => !row.Calculation.Passed),
            rows.Count(row => row.Calculation.PassedUnmeasured),
            training.State == TrainingState.Running
                ? (await gaps.ReadAsync([training.Id], ct))[training.Id.Value]
                : CompletionGap.None,
            training.CompletesOn((await institution.CurrentAsync(ct)).Deadlines.CompletionDays),
            await ConsequencesAsync(training, facts, ct),
            new Page<CompletionRow>(
                [
                    .. shown
                        .Skip(request.Page.Skip)
                        .Take(request.Page.Size)
                        .Select(row => Row(row.Person, row.Calculation)),
                ],
                shown.Count,
                request.Page.Number,
                request.Page.Size
            ),
            evaluations.IsAvailable,
            runs && training.State == TrainingState.Running && training.DayOf(time.GetUtcNow()) >= training.OverFrom,
            runs && training.State == TrainingState.Completed,
            runs && training.IsPlanEditable
        );
    }

    /// <summary>Of everybody, also of those whom the reader does not see.</summary>
    private async Task<CertificateConsequences?> ConsequencesAsync(
        Training training,
        IReadOnlyDictionary<Guid, CompletionFacts> facts,
        CancellationToken ct
    )
    {
        if (training.State != TrainingState.Running || training.CompletionRound == 0)
            return null;
        var rule = training.CompletionRule;
        var passing = facts.Where(fact => rule.Calculate(fact.Value).Passed).Select(fact => fact.Key).ToHashSet();
        return await certificates.ForeseeAsync(training.Id.Value, passing, ct);
    }

    /// <summary>What was decided stands, also when something that it was made of came in afterwards.</summary>
    private static CompletionCalculation Result(Participant person, CompletionCalculation calculation) =>
        person.State is ParticipantState.Passed or ParticipantState.Failed
            ? calculation with
            {
                Passed = person.State == ParticipantState.Passed,
            }
            : calculation;

    private static CompletionRow Row(Participant person, CompletionCalculation calculation) =>
        new(
            person.Id.Value,
            person.Name,
            person.IdentityNumber,
            person.State,
            calculation.Passed,
            calculation.Criteria,
            person.PostTestScore,
            person.ExternalCertificate?.FileName
        );
}
