using Pionir.Domain.Common;

namespace Pionir.Domain.LearningHours;

/// <summary>Another rule for a form on the days from one to another; what was posted before is never counted again.</summary>
/// <param name="Standing">The rule that holds on the first day.</param>
/// <param name="To">Last day, where another rule is already planned.</param>
public sealed record JpRuleChange(JpRule Standing, JpRule Wanted, DateOnly From, DateOnly? To)
{
    public bool Meets(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>What an activity that ended then would give before and after.</summary>
    public (int Before, int After) Compare(JpRule before, JpActivity activity) =>
        (JpCalculator.Calculate(before, activity).Jp, JpCalculator.Calculate(Wanted, activity).Jp);

    /// <param name="posted">What stands in the ledger for these days by the rules until now.</param>
    public JpRuleObstacle? Obstacle(PostedJp posted)
    {
        if (Wanted with { Version = Standing.Version } == Standing)
            return JpRuleObstacle.NothingDiffers;
        // Who finished on one day must not be counted by two rules. Wording and source may still be put right.
        return posted.Entries > 0 && !Wanted.CountsLike(Standing) ? JpRuleObstacle.ReachesBack : null;
    }

    public Error? Check(PostedJp posted) =>
        Obstacle(posted) switch
        {
            JpRuleObstacle.NothingDiffers => JpRuleErrors.NothingDiffers(),
            JpRuleObstacle.ReachesBack => JpRuleErrors.ReachesBack(posted.Latest!.Value),
            _ => null,
        };
}

/// <summary>Why a change could not be published.</summary>
public enum JpRuleObstacle
{
    NothingDiffers,
    ReachesBack,
}

/// <summary>Entries of the ledger that were not taken back; of very many the newest ten thousand are counted.</summary>
/// <param name="Latest">Last day on which one of them occurred.</param>
public sealed record PostedJp(int Entries, int People, DateOnly? Latest)
{
    public static readonly PostedJp None = new(0, 0, null);
}
