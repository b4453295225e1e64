namespace Pionir.Domain.LearningHours;

/// <summary>What the JP of a development form is counted by.</summary>
public enum JpBasis
{
    /// <summary>Minutes of the sessions / 45, rounded down.</summary>
    ByMinutes,

    /// <summary>As the programme or curriculum sets it.</summary>
    ByProgramme,

    /// <summary>A fixed amount for the whole activity.</summary>
    PerActivity,

    /// <summary>A fixed amount for each meeting.</summary>
    PerMeeting,
}

/// <summary>How JP is counted for one development form, valid for a time; reference data, never code.</summary>
/// <param name="Version">Names this wording of the rule; every entry keeps it.</param>
/// <param name="Jp">Amount per activity or meeting.</param>
/// <param name="CapPerDay">Most JP that one day can bring.</param>
/// <param name="MeetingsPerMonth">Most meetings of a month that count.</param>
/// <param name="InternationalJp">Amount per activity or meeting instead, when held abroad.</param>
/// <param name="InternationalPercent">Added when held abroad, in percent.</param>
/// <param name="Confirmed">False while nobody has checked the rule against the regulation's annex.</param>
public sealed record JpRule(
    string Version,
    JpBasis Basis,
    int? Jp = null,
    int? CapPerDay = null,
    int? MeetingsPerMonth = null,
    int? InternationalJp = null,
    int? InternationalPercent = null,
    string Citation = "",
    bool Confirmed = true
)
{
    public const string DefaultVersion = "default";

    /// <summary>Forms without a rule of their own.</summary>
    public static readonly JpRule Minutes = new(DefaultVersion, JpBasis.ByMinutes, Citation: "1 JP = 45 menit");

    /// <summary>Whether both give every activity the same JP, whatever they rest on.</summary>
    public bool CountsLike(JpRule other) =>
        this with { Version = other.Version, Citation = other.Citation, Confirmed = other.Confirmed } == other;
}

/// <summary>Which wording of which rule an entry was counted by.</summary>
public readonly record struct JpRuleVersion(Guid RuleId, int Revision)
{
    /// <summary>Null for what was counted without a rule of reference data.</summary>
    public static JpRuleVersion? Parse(string version) =>
        version.Split('.') is [var id, var revision]
        && Guid.TryParseExact(id, "N", out var rule)
        && int.TryParse(revision, out var number)
            ? new JpRuleVersion(rule, number)
            : null;

    public override string ToString() => $"{RuleId:N}.{Revision}";
}
