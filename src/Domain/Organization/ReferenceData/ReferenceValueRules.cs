using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.ReferenceData;

/// <summary>What the values of one item must be to each other.</summary>
internal static class ReferenceValueRules
{
    public static IEnumerable<Error> Check(ReferenceKind kind, IReadOnlyDictionary<string, object> values) =>
        kind switch
        {
            ReferenceKind.JpRules => JpRule(values),
            ReferenceKind.JpTargets => JpTarget(values),
            ReferenceKind.RequiredCompetencyLevels => Band(values),
            _ => [],
        };

    private static IEnumerable<Error> JpRule(IReadOnlyDictionary<string, object> values)
    {
        if (values["basis"] is "perActivity" or "perMeeting" && !values.ContainsKey("jp"))
            yield return ReferenceItemErrors.ValueMissing("jp");
        if (values.ContainsKey("internationalJp") && values.ContainsKey("internationalPercent"))
            yield return ReferenceItemErrors.OneOfTwo("internationalJp", "internationalPercent");
        foreach (var name in WithoutEffect((string)values["basis"]).Where(values.ContainsKey))
            yield return ReferenceItemErrors.ValueWithoutEffect(name);
    }

    /// <summary>What nobody counts with is not written down: a reader would take it for a limit that holds.</summary>
    private static string[] WithoutEffect(string basis) =>
        basis switch
        {
            "byMinutes" => ["jp", "meetingsPerMonth", "internationalJp"],
            "perActivity" => ["capPerDay", "meetingsPerMonth"],
            "perMeeting" => ["capPerDay"],
            _ => ["jp", "capPerDay", "meetingsPerMonth", "internationalJp"],
        };

    private static IEnumerable<Error> JpTarget(IReadOnlyDictionary<string, object> values)
    {
        if (!values.ContainsKey("minimumJp") && !values.ContainsKey("maximumJp"))
            yield return ReferenceItemErrors.ValueMissing("minimumJp");
        foreach (var error in Order(values, "minimumJp", "maximumJp"))
            yield return error;
    }

    private static IEnumerable<Error> Band(IReadOnlyDictionary<string, object> values)
    {
        foreach (var error in Order(values, "minimum", "maximum"))
            yield return error;
        if (
            values.TryGetValue("mostly", out var mostly)
            && ((int[])mostly).Any(level => level < (int)values["minimum"] || level > (int)values["maximum"])
        )
        {
            yield return ReferenceItemErrors.OutsideBand("mostly", (int)values["minimum"], (int)values["maximum"]);
        }
    }

    private static IEnumerable<Error> Order(IReadOnlyDictionary<string, object> values, string lower, string upper)
    {
        if (
            values.TryGetValue(lower, out var minimum)
            && values.TryGetValue(upper, out var maximum)
            && (int)minimum > (int)maximum
        )
        {
            yield return ReferenceItemErrors.MinimumAboveMaximum(lower, (int)minimum, (int)maximum);
        }
    }
}
