namespace Pionir.Domain.LearningHours;

/// <summary>Lesson hours that somebody brought along from the time before this system.</summary>
public static class OpeningBalance
{
    /// <summary>Eight JP on every working day of a year: more than that was mistyped.</summary>
    public const int JpMaximum = 2_000;
    public const int ReferenceMaximum = 200;

    public static bool IsPlausible(int jp) => jp is >= 1 and <= JpMaximum;

    /// <summary>Without a day the hours stand at the end of their year, as the closing balance of the old books does.</summary>
    public static DateOnly DayOf(int year, DateOnly? occurredOn) => occurredOn ?? new DateOnly(year, 12, 31);
}
