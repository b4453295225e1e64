using Pionir.Domain.LearningHours;

namespace Pionir.Application.Organization;

/// <summary>Reference items as the JP ledger reckons with them.</summary>
internal static class LearningHourReads
{
    /// <summary>The version names item and revision, so that an old entry can always show the rule it was posted by.</summary>
    public static JpRule ToJpRule(this ReferenceEntry entry) =>
        new(
            new JpRuleVersion(entry.Id, entry.Revision).ToString(),
            Enum.Parse<JpBasis>(entry.Values.Text("basis")!, ignoreCase: true),
            entry.Values.WholeNumber("jp"),
            entry.Values.WholeNumber("capPerDay"),
            entry.Values.WholeNumber("meetingsPerMonth"),
            entry.Values.WholeNumber("internationalJp"),
            entry.Values.WholeNumber("internationalPercent"),
            entry.Citation ?? "",
            entry.Confirmed
        );

    public static YearTarget ToYearTarget(this ReferenceEntry entry) =>
        new(
            entry.Values.WholeNumber("minimumJp"),
            entry.Values.WholeNumber("maximumJp"),
            entry.Citation ?? "",
            entry.Confirmed
        );
}
