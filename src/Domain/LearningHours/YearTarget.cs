namespace Pionir.Domain.LearningHours;

/// <summary>
/// What a person owes or may have in a year. A minimum is a duty (PNS: PP 11/2017, at least 20 JP); a maximum is
/// a right that ends (PPPK: PP 49/2018 article 40, at most 24 JP): going over it counts for nothing.
/// </summary>
public sealed record YearTarget(int? MinimumJp, int? MaximumJp, string Citation, bool Confirmed = true)
{
    public static readonly YearTarget None = new(null, null, "");

    /// <summary>A year is judged by the rule of its end; the running one by today's.</summary>
    public static DateOnly JudgedOn(int year, DateOnly today) =>
        year == today.Year ? today : new DateOnly(year, 12, 31);

    public YearAchievement Measure(int earned)
    {
        var counted = MaximumJp is { } most ? Math.Clamp(earned, 0, most) : Math.Max(0, earned);
        // Someone with only a maximum owes nothing; the bar still needs a full length.
        var goal = MinimumJp ?? MaximumJp;
        return new YearAchievement(
            earned,
            counted,
            goal,
            MinimumJp is { } least ? Math.Max(0, least - counted) : 0,
            MaximumJp is { } limit ? Math.Max(0, limit - earned) : null,
            MaximumJp is { } top ? Math.Max(0, earned - top) : 0,
            MinimumJp is null || counted >= MinimumJp
        );
    }
}

/// <param name="Earned">Sum of the ledger.</param>
/// <param name="Counted">What counts, within the maximum.</param>
/// <param name="Goal">Full length of the bar; null when the employment type has no target.</param>
/// <param name="Shortfall">JP still owed this year.</param>
/// <param name="Room">JP that may still be added; null when there is no maximum.</param>
/// <param name="Excess">JP over the maximum.</param>
/// <param name="Met">Nothing is owed any more.</param>
public readonly record struct YearAchievement(
    int Earned,
    int Counted,
    int? Goal,
    int Shortfall,
    int? Room,
    int Excess,
    bool Met
);
