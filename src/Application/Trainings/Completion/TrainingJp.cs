using Pionir.Application.Common;
using Pionir.Application.Competencies;
using Pionir.Application.LearningHours;
using Pionir.Application.Organization;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Completion;

/// <summary>
/// How many JP a training gives: by the rule of its form (Peraturan LAN 10/2018, Lampiran II), or as its programme sets
/// them; once completed, what it gave then. Ledger and certificate ask here, and <see cref="Training.Jp"/> is counted
/// here, so that they never differ.
/// </summary>
internal sealed class TrainingJp(IReferenceData reference, PublishedCompetencies competencies) : IApplicationPart
{
    /// <summary>Needs the sessions loaded.</summary>
    public async Task<JpCalculation> CalculateAsync(Training training, CancellationToken ct)
    {
        if (training.Awarded is { } given)
        {
            var steps = JpCalculation.StepsFrom(given.Calculation);
            return new JpCalculation(given.Jp, given.Minutes, given.RuleVersion, steps);
        }
        return await CountAsync(training, training.Sessions, training.ProgrammeJp, training.ProgrammeJpReason, ct);
    }

    /// <summary>What it would give if the programme set this.</summary>
    public async Task<JpCalculation> CountAsync(
        Training training,
        IEnumerable<Session> sessions,
        int? programmeJp,
        string? programmeJpReason,
        CancellationToken ct
    )
    {
        var book = await reference.ReadAsync(ct);
        return JpCalculator.Calculate(
            book.RuleOf(training.Form, training.End),
            new JpActivity(
                [.. sessions.Select(session => new JpMeeting(session.Date, session.Minutes))],
                programmeJp,
                training.IsAbroad,
                programmeJpReason
            )
        );
    }

    public static AwardedHours Award(JpCalculation calculation) =>
        new(calculation.Jp, calculation.Minutes, calculation.RuleVersion, calculation.ToJson());

    /// <summary>What the ledger says was learnt: of its competencies the first, in the dictionary as it is published.</summary>
    public async Task<LedgerContent> ContentAsync(Training training, CancellationToken ct)
    {
        var first = training.Competencies.Count > 0 ? training.Competencies[0] : null;
        var known = first is null ? null : await competencies.FindAsync([first.CompetencyId], ct);
        var found = first is null ? null : known!.GetValueOrDefault(first.CompetencyId);
        return new LedgerContent(
            training.Title,
            training.End,
            training.Form,
            training.Cluster == Cluster.Klasikal ? "klasikal" : "nonklasikal",
            first?.CompetencyId,
            first?.Level,
            found is null ? null : $"{found.DictionaryCode}/{found.DictionaryNumber}"
        );
    }

    public static LedgerPosting Posting(
        Training training,
        Participant participant,
        LedgerContent content,
        JpCalculation calculation
    ) =>
        new(
            participant.EmployeeId!.Value,
            LedgerEntryKind.Training,
            LedgerSource.Training(training.Id.Value, participant.Id.Value, training.CompletionRound),
            content,
            calculation
        );
}
