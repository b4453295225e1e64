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
        if (facts.Coaching is { } coaching)
        {
            var met = coaching.Held >= coaching.Agreed;
            criteria.Add(new(CompletionCriterionKind.Coaching, coaching.Agreed, coaching.Held, met));
        }
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
    bool EvaluationAnswered,
    CoachingFacts? Coaching = null
)
{
    /// <summary>Rounded down: 79.9 % is not 80 %. None where nothing was timetabled: then nobody measured it.</summary>
    public decimal? AttendancePercent =>
        PlannedMinutes == 0 ? null : decimal.Floor(AttendedMinutes * 1000m / PlannedMinutes) / 10;
}

/// <summary>Meetings of somebody's coaching or mentoring: as the contract of learning has them, and as they were held.</summary>
public readonly record struct CoachingFacts(int Agreed, int Held);

public enum CompletionCriterionKind
{
    Attendance,

    /// <summary>Meetings of coaching or mentoring, for who has a contract of learning.</summary>
    Coaching,
    PostTest,
    ExternalCertificate,
    Evaluation,
}

/// <param name="Actual">None where nothing was measured.</param>
public sealed record CompletionCriterion(CompletionCriterionKind Kind, decimal Required, decimal? Actual, bool Met);

public sealed record CompletionCalculation(bool Passed, IReadOnlyList<CompletionCriterion> Criteria)
{
    /// <summary>Passing with nothing that tells of taking part; an answered evaluation tells what somebody thinks of it.</summary>
    public bool PassedUnmeasured =>
        Passed
        && Criteria.All(criterion => criterion.Kind == CompletionCriterionKind.Evaluation || criterion.Actual is null);
}
