namespace Pionir.Domain.Common;

/// <summary>First and last day, both included.</summary>
public readonly record struct DateRange
{
    private DateRange(DateOnly start, DateOnly end)
    {
        Start = start;
        End = end;
    }

    public DateOnly Start { get; }
    public DateOnly End { get; }

    public static Result<DateRange> Create(DateOnly start, DateOnly end) =>
        end < start ? DateRangeErrors.EndBeforeStart(start, end) : new DateRange(start, end);

    public bool Contains(DateOnly day) => Start <= day && day <= End;

    public bool Overlaps(DateRange other) => Start <= other.End && other.Start <= End;
}

public static class DateRangeErrors
{
    public static Error EndBeforeStart(DateOnly start, DateOnly end) =>
        Error.Invalid("date_range.end_before_start", "end", ("start", start), ("end", end));
}
