namespace Pionir.Domain.LearningHours;

/// <summary>
/// What a year comes to on 31 December: what stands in the ledger, and what the trainings bring in which the person has
/// a place. A place that is not certain brings nothing; nobody should rest on a reserve list.
/// </summary>
/// <param name="Achieved">The ledger as it stands.</param>
/// <param name="Expected">JP of the trainings with a confirmed place.</param>
/// <param name="Reached">Both together, against the same target.</param>
public sealed record YearForecast(YearAchievement Achieved, int Expected, YearAchievement Reached)
{
    public const int Suggestions = 3;

    public static YearForecast Of(YearTarget target, int earned, IEnumerable<PlannedHours> planned)
    {
        var expected = planned.Where(one => one.Counts).Sum(one => one.Jp);
        return new YearForecast(target.Measure(earned), expected, target.Measure(earned + expected));
    }

    /// <summary>
    /// Of the trainings that are open, those that close what is still owed: each that does so alone, the soonest first;
    /// then the ones that bring most. None when nothing is owed.
    /// </summary>
    public IReadOnlyList<T> Close<T>(IEnumerable<T> open, Func<T, (int Jp, DateOnly Start)> facts)
    {
        var owed = Reached.Shortfall;
        if (owed == 0)
            return [];
        return
        [
            .. open.Select(one => (One: one, Facts: facts(one)))
                .Where(one => one.Facts.Jp > 0)
                .OrderByDescending(one => Math.Min(one.Facts.Jp, owed))
                .ThenBy(one => one.Facts.Start)
                .Select(one => one.One)
                .Take(Suggestions),
        ];
    }
}

/// <summary>How certain a place in a training is.</summary>
public enum PlannedStanding
{
    Confirmed,

    /// <summary>On the reserve list.</summary>
    Reserve,

    /// <summary>Put forward, approved or invited: somebody still has to answer.</summary>
    Awaiting,
}

/// <param name="Jp">What the training gives when it is completed, by the rule of today.</param>
public sealed record PlannedHours(int Jp, PlannedStanding Standing)
{
    public bool Counts => Standing == PlannedStanding.Confirmed;
}
