using Pionir.Domain.Common;

namespace Pionir.Domain.LearningHours;

/// <summary>
/// A year of lesson hours that counts as reported: nothing is posted or taken back in it, and everybody's result stands
/// as it was. Opened again with a reason it stays on record, and the year may be closed anew.
/// </summary>
public sealed class YearClosing : AggregateRoot<YearClosingId>
{
    public const int ReasonMinimum = 10;
    public const int ReasonMaximum = 1000;

    private YearClosing() { }

    public int Year { get; private init; }
    public string Reason { get; private init; } = "";
    public Guid ClosedBy { get; private init; }
    public string ClosedByName { get; private init; } = "";

    /// <summary>From here on nothing enters the year; the results are counted afterwards.</summary>
    public DateTimeOffset ClosedAt { get; private init; }
    public Guid? JobId { get; private set; }

    /// <summary>When everybody's result stood.</summary>
    public DateTimeOffset? FrozenAt { get; private set; }
    public int People { get; private set; }
    public int Owing { get; private set; }
    public int Met { get; private set; }
    public long Jp { get; private set; }
    public Guid? ReopenedBy { get; private set; }
    public string? ReopenedByName { get; private set; }
    public DateTimeOffset? ReopenedAt { get; private set; }
    public string? ReopenReason { get; private set; }

    public static Result<YearClosing> Close(int year, DateOnly today, string reason, Actor by, DateTimeOffset now)
    {
        if (year >= today.Year)
            return YearClosingErrors.NotOver(year);
        if (reason.Trim().Length < ReasonMinimum)
            return YearClosingErrors.ReasonTooShort(ReasonMinimum);
        return new YearClosing
        {
            Id = YearClosingId.New(),
            Year = year,
            Reason = reason.Trim(),
            ClosedBy = by.UserId,
            ClosedByName = by.Name,
            ClosedAt = now,
        };
    }

    public void FrozenBy(Guid jobId) => JobId = jobId;

    public void Freeze(YearFigures figures, DateTimeOffset now) =>
        (People, Owing, Met, Jp, FrozenAt) = (figures.People, figures.Owing, figures.Met, figures.Jp, now);

    public Result Reopen(string reason, Actor by, DateTimeOffset now)
    {
        if (ReopenedAt is not null)
            return YearClosingErrors.NotClosed();
        if (reason.Trim().Length < ReasonMinimum)
            return YearClosingErrors.ReasonTooShort(ReasonMinimum);
        (ReopenedBy, ReopenedByName, ReopenedAt, ReopenReason) = (by.UserId, by.Name, now, reason.Trim());
        return Result.Success();
    }
}

/// <param name="People">Who was in service at some time of the year, or has hours in it.</param>
/// <param name="Owing">Of these, those who owed a minimum.</param>
/// <param name="Met">Of these, those who reached it.</param>
public readonly record struct YearFigures(int People, int Owing, int Met, long Jp);

/// <summary>What one person had reached when a year was closed. Written once, by the database.</summary>
public sealed class YearResult
{
    private YearResult() { }

    public Guid EmployeeId { get; private init; }
    public YearClosingId ClosingId { get; private init; }
    public int Year { get; private init; }
    public Guid UnitId { get; private init; }
    public string EmploymentType { get; private init; } = "";
    public int? MinimumJp { get; private init; }
    public int? MaximumJp { get; private init; }
    public int Jp { get; private init; }
    public int Counted { get; private init; }
    public bool Met { get; private init; }

    /// <summary>The records that were summed, where somebody has more than one.</summary>
    public Guid[]? Records { get; private init; }

    /// <summary>Covers every entry up to the last of the year.</summary>
    public byte[]? ChainEnd { get; private init; }
}
