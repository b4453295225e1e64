namespace Pionir.Domain.Trainings;

/// <summary>What somebody must have done to pass.</summary>
/// <param name="MinimumAttendancePercent">Share of all session minutes, 0 to 100.</param>
/// <param name="MinimumPostTestScore">0 to 100; none when there is no test.</param>
public sealed record CompletionRule(
    int MinimumAttendancePercent,
    decimal? MinimumPostTestScore,
    bool ExternalCertificateRequired,
    bool EvaluationRequired
)
{
    public const int DefaultAttendancePercent = 80;

    public CompletionCalculation Calculate(CompletionFacts facts)
    {
        List<CompletionCriterion> criteria =
        [
            new(
                CompletionCriterionKind.Attendance,
                MinimumAttendancePercent,
                facts.AttendancePercent,
                facts.AttendedMinutes * 100L >= MinimumAttendancePercent * (long)facts.PlannedMinutes
            ),
        ];
        if (MinimumPostTestScore is { } score)
        {
            var met = facts.PostTestScore >= score;
            criteria.Add(new(CompletionCriterionKind.PostTest, score, facts.PostTestScore, met));
        }
        if (ExternalCertificateRequired)
            criteria.Add(YesOrNo(CompletionCriterionKind.ExternalCertificate, facts.HasExternalCertificate));
        if (EvaluationRequired)
            criteria.Add(YesOrNo(CompletionCriterionKind.Evaluation, facts.EvaluationAnswered));
        return new CompletionCalculation(criteria.TrueForAll(criterion => criterion.Met), criteria);
    }

    private static CompletionCriterion YesOrNo(CompletionCriterionKind kind, bool met) =>
        new(kind, 1, met ? 1 : 0, met);
}

/// <summary>What is known of one participant when the training is completed.</summary>
public readonly record struct CompletionFacts(
    int PlannedMinutes,
    int AttendedMinutes,
    decimal? PostTestScore,
    bool HasExternalCertificate,
    bool EvaluationAnswered
)
{
    /// <summary>Rounded down: 79.9 % is not 80 %.</summary>
    public decimal AttendancePercent =>
        PlannedMinutes == 0 ? 100 : decimal.Floor(AttendedMinutes * 1000m / PlannedMinutes) / 10;
}

public enum CompletionCriterionKind
{
    Attendance,
    PostTest,
    ExternalCertificate,
    Evaluation,
}

public sealed record CompletionCriterion(CompletionCriterionKind Kind, decimal Required, decimal? Actual, bool Met);

public sealed record CompletionCalculation(bool Passed, IReadOnlyList<CompletionCriterion> Criteria);
