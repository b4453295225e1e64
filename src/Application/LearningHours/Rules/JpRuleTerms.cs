using System.Text.Json;
using System.Text.Json.Serialization;
using Pionir.Application.Organization;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization.ReferenceData;

namespace Pionir.Application.LearningHours.Rules;

/// <summary>What a rule counts by; what its basis does not use stays empty.</summary>
/// <param name="Jp">Amount per activity or meeting.</param>
/// <param name="CapPerDay">Most JP that one day can bring.</param>
/// <param name="MeetingsPerMonth">Most meetings of a month that count.</param>
/// <param name="InternationalJp">Amount per activity or meeting instead, when held abroad.</param>
/// <param name="InternationalPercent">Added when held abroad, in percent.</param>
public sealed record JpRuleTerms(
    JpBasis Basis,
    int? Jp = null,
    int? CapPerDay = null,
    int? MeetingsPerMonth = null,
    int? InternationalJp = null,
    int? InternationalPercent = null
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    internal JsonElement ToValues() => JsonSerializer.SerializeToElement(this, Json);

    internal static JpRuleTerms Of(JpRule rule) =>
        new(
            rule.Basis,
            rule.Jp,
            rule.CapPerDay,
            rule.MeetingsPerMonth,
            rule.InternationalJp,
            rule.InternationalPercent
        );

    internal static JpRuleTerms Of(ReferenceValues values) =>
        JsonSerializer.Deserialize<JpRuleTerms>(values.Json, Json)!;
}

/// <summary>A rule as it is to be from a day on.</summary>
/// <param name="ValidFrom">First day; the rule that holds then ends on the day before.</param>
/// <param name="Citation">Regulation and article; needed when confirmed.</param>
/// <param name="Confirmed">Whether an official has compared it with its source.</param>
public sealed record JpRuleDraft(JpRuleTerms Values, DateOnly ValidFrom, string? Citation, bool Confirmed);

/// <param name="Id">Null where the form has no rule of its own and counts by minutes.</param>
/// <param name="Version">What entries counted by it keep.</param>
/// <param name="ValidTo">Last day; null until further notice.</param>
/// <param name="Confirmed">False while nobody has compared the rule with its source.</param>
public sealed record JpRuleView(
    Guid? Id,
    string Version,
    JpRuleTerms Values,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string? Citation,
    bool Confirmed
)
{
    internal static readonly JpRuleView Default = new(
        null,
        JpRule.Minutes.Version,
        JpRuleTerms.Of(JpRule.Minutes),
        null,
        null,
        JpRule.Minutes.Citation,
        JpRule.Minutes.Confirmed
    );

    internal static JpRuleView Of(ReferenceEntry? entry) =>
        entry?.ToJpRule() is not { } rule
            ? Default
            : new(
                entry.Id,
                rule.Version,
                JpRuleTerms.Of(rule),
                entry.ValidFrom,
                entry.ValidTo,
                entry.Citation,
                entry.Confirmed
            );
}
