using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Domain.LearningHours;

/// <summary>
/// Lesson hours given to (or taken back from) one person for one source. Written once and never changed:
/// a mistake is mended by a reversal and, where due, a new entry.
/// </summary>
public sealed class LedgerEntry : Entity<LedgerEntryId>
{
    public const int TitleMaximum = 500;
    public const int ReasonMaximum = 1000;
    public const int ReasonMinimum = 10;
    public const int JpMaximum = 5000;

    private LedgerEntry() { }

    public EmployeeId EmployeeId { get; private init; }

    /// <summary>Last day of the development; decides the year the hours count for.</summary>
    public DateOnly OccurredOn { get; private init; }

    public int Year { get; private init; }

    public int Jp { get; private init; }

    /// <summary>Kept besides the whole JP, so that a changed rule can be applied to what really happened.</summary>
    public int Minutes { get; private init; }

    public LedgerEntryKind Kind { get; private init; }

    public string Source { get; private init; } = "";

    public Guid OriginId { get; private init; }

    /// <summary>What the statement shows, frozen as it was called on the day.</summary>
    public string Title { get; private init; } = "";

    /// <summary>SIASN's code of the development form.</summary>
    public string? Form { get; private init; }

    public string? Cluster { get; private init; }

    public Guid? CompetencyId { get; private init; }

    public int? Level { get; private init; }

    public string? DictionaryVersion { get; private init; }

    public string RuleVersion { get; private init; } = "";

    /// <summary>How the JP came about, step by step, as JSON.</summary>
    public string Calculation { get; private init; } = "";

    public DateTimeOffset PostedAt { get; private init; }

    public Guid PostedBy { get; private init; }

    public LedgerEntryId? Reverses { get; private init; }

    public string? Reason { get; private init; }

    /// <summary>Place in the person's chain, from 1; set by the database, together with the hashes.</summary>
    public int Sequence { get; private init; }

    public byte[] PreviousHash { get; private init; } = [];

    public byte[] Hash { get; private init; } = [];

    public static Result<LedgerEntry> Post(
        EmployeeId employee,
        LedgerEntryKind kind,
        LedgerSource source,
        LedgerContent content,
        JpCalculation calculation,
        Guid postedBy,
        DateTimeOffset now
    )
    {
        if (kind == LedgerEntryKind.Reversal)
            return LedgerErrors.ReversalNeedsEntry();
        if (calculation.Jp is < 1 or > JpMaximum)
            return LedgerErrors.JpOutOfRange(calculation.Jp, JpMaximum);
        if (source.Key.Length is 0 or > LedgerSource.KeyMaximum)
            return LedgerErrors.SourceInvalid(LedgerSource.KeyMaximum);
        return new LedgerEntry
        {
            Id = LedgerEntryId.New(),
            EmployeeId = employee,
            OccurredOn = content.OccurredOn,
            Year = content.OccurredOn.Year,
            Jp = calculation.Jp,
            Minutes = calculation.Minutes,
            Kind = kind,
            Source = source.Key,
            OriginId = source.OriginId,
            Title = content.Title.Length > TitleMaximum ? content.Title[..TitleMaximum] : content.Title,
            Form = content.Form,
            Cluster = content.Cluster,
            CompetencyId = content.CompetencyId,
            Level = content.Level,
            DictionaryVersion = content.DictionaryVersion,
            RuleVersion = calculation.RuleVersion,
            Calculation = calculation.ToJson(),
            PostedAt = now,
            PostedBy = postedBy,
        };
    }

    /// <summary>The counter-entry: same day and year, opposite amount.</summary>
    public Result<LedgerEntry> Reverse(string reason, Guid by, DateTimeOffset now)
    {
        if (Kind == LedgerEntryKind.Reversal)
            return LedgerErrors.ReversalIsFinal();
        if (reason.Trim().Length < ReasonMinimum)
            return LedgerErrors.ReasonTooShort(ReasonMinimum);
        return new LedgerEntry
        {
            Id = LedgerEntryId.New(),
            EmployeeId = EmployeeId,
            OccurredOn = OccurredOn,
            Year = Year,
            Jp = -Jp,
            Minutes = -Minutes,
            Kind = LedgerEntryKind.Reversal,
            Source = LedgerSource.ReversalOf(Id, OriginId).Key,
            OriginId = OriginId,
            Title = Title,
            Form = Form,
            Cluster = Cluster,
            CompetencyId = CompetencyId,
            Level = Level,
            DictionaryVersion = DictionaryVersion,
            RuleVersion = RuleVersion,
            Calculation = Calculation,
            PostedAt = now,
            PostedBy = by,
            Reverses = Id,
            Reason = reason.Trim(),
        };
    }
}

/// <summary>What was learnt, and when.</summary>
/// <param name="Form">SIASN's code of the development form, where known.</param>
/// <param name="Cluster"><c>klasikal</c> or <c>nonklasikal</c>.</param>
/// <param name="DictionaryVersion">In which the competency stood on the day: <c>code/number</c>.</param>
public sealed record LedgerContent(
    string Title,
    DateOnly OccurredOn,
    string? Form = null,
    string? Cluster = null,
    Guid? CompetencyId = null,
    int? Level = null,
    string? DictionaryVersion = null
);
