using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Attendance;

/// <summary>Which marks are counted where presence is told in numbers.</summary>
internal static class Presence
{
    /// <summary>Those that count and have the person in class.</summary>
    public static IQueryable<AttendanceMark> InClass(this IQueryable<AttendanceMark> marks) =>
        marks.Where(mark =>
            mark.SupersededAt == null
            && (mark.Status == AttendanceStatus.Full || mark.Status == AttendanceStatus.Partly)
        );

    /// <summary>Of people who still have their place: who withdrew is not expected, and so not counted as present.</summary>
    public static IQueryable<AttendanceMark> OfSeated(this IQueryable<AttendanceMark> marks, IDatabase database)
    {
        var seated = database.Set<Participant>().Seated();
        return marks.Where(mark => seated.Any(person => person.Id == mark.ParticipantId));
    }
}
