namespace Pionir.Application.LearningHours.Openings;

/// <summary>What can be wrong in a row of opening balances. Stable: error files carry these codes.</summary>
public static class OpeningErrors
{
    public const string NumberRequired = "identity_number.required";
    public const string NumberUnknown = "identity_number.unknown";
    public const string LeftBefore = "identity_number.left_before";
    public const string YearFormat = "year.format";
    public const string YearClosed = "year.closed";
    public const string YearFuture = "year.future";
    public const string YearDiffers = "year.differs";
    public const string OccurredOnFormat = "occurred_on.format";
    public const string OccurredOnRequired = "occurred_on.required";
    public const string OccurredOnFuture = "occurred_on.future";
    public const string JpFormat = "jp.format";
    public const string JpRange = "jp.range";
    public const string TitleRequired = "title.required";
    public const string TitleLength = "title.length";
    public const string ReferenceRequired = "reference.required";
    public const string ReferenceLength = "reference.length";
    public const string FormUnknown = "form.unknown";
    public const string PostedOtherwise = "opening.posted_otherwise";
    public const string Duplicate = "opening.duplicate";
}
