namespace Pionir.Domain.Trainings;

/// <summary>One JP is 45 minutes; only whole ones count and the minutes are kept.</summary>
public static class LessonHours
{
    public const int MinutesPerJp = 45;

    public static int FromMinutes(int minutes) => minutes / MinutesPerJp;

    public static int MinutesBetween(TimeOnly start, TimeOnly end) =>
        end <= start ? 0 : (int)(end - start).TotalMinutes;
}
