using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.ReferenceData;

/// <summary>All of an item that may be changed.</summary>
public sealed record ReferenceContent(
    LocalText Name,
    ReferenceValues Values,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string? Citation,
    bool Confirmed,
    int Position
)
{
    public IReadOnlyList<Error> Check()
    {
        var broken = new List<Error>();
        Text(Name.Id, "name.id", broken);
        Text(Name.En, "name.en", broken);
        if (Citation?.Length > ReferenceItem.CitationMaximum)
            broken.Add(ReferenceItemErrors.TextTooLong("citation", ReferenceItem.CitationMaximum));
        // Confirmed means compared with a source; without naming it nobody could do it again.
        if (Confirmed && string.IsNullOrWhiteSpace(Citation))
            broken.Add(ReferenceItemErrors.CitationMissing());
        if (ValidTo is { } end && end < ValidFrom)
            broken.Add(ReferenceItemErrors.EndBeforeStart(ValidFrom, end));
        return broken;
    }

    private static void Text(string value, string field, List<Error> broken)
    {
        if (string.IsNullOrWhiteSpace(value))
            broken.Add(ReferenceItemErrors.NameMissing(field));
        else if (value.Trim().Length > ReferenceItem.NameMaximum)
            broken.Add(ReferenceItemErrors.TextTooLong(field, ReferenceItem.NameMaximum));
    }
}

/// <summary>Who changes something, when and why.</summary>
public sealed record Author(Guid Id, string Name, DateTimeOffset At, string? Reason)
{
    public const int NameMaximum = 200;
    public const int ReasonMaximum = 500;
}
