using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>The sessions of a training as letters need them.</summary>
internal sealed class Timetables(IDatabase database, TimeProvider time) : IApplicationPart
{
    public async Task<Timetable> ReadAsync(Training training, CancellationToken ct) =>
        new(
            training,
            await database
                .Set<Session>()
                .AsNoTracking()
                .Where(session => session.TrainingId == training.Id)
                .Include(session => session.Instructors)
                .OrderBy(session => session.StartsAt)
                .ToListAsync(ct),
            time.GetUtcNow()
        );
}

internal sealed class Timetable
{
    /// <summary>Beyond, a letter to each of a thousand people would carry a book; the days of the training do then.</summary>
    private const int SessionsInCalendar = 40;

    private readonly LocalText next;

    public Timetable(
        Training training,
        IReadOnlyList<Session> sessions,
        DateTimeOffset now,
        IReadOnlyList<SessionSpot>? removed = null
    )
    {
        Sessions = sessions;
        var coming = sessions.FirstOrDefault(session => session.StartsAt > now);
        next = coming is null
            ? new("", "")
            : TrainingLetters.NextSession(training, SessionSpot.Of(coming), coming == sessions[0]);
        Calendar = CalendarText.Write(
            training.Title,
            sessions.Count is 0 or > SessionsInCalendar
                ? [CalendarEvent.WholeTraining(training)]
                :
                [
                    .. sessions.Select(session => CalendarEvent.OneSession(training, session)),
                    .. (removed ?? []).Select(spot => CalendarEvent.Removed(training, spot)),
                ],
            now
        );
    }

    /// <summary>Takes sessions out of the diary of one who has nothing to do with them any more.</summary>
    public static string WithoutSessions(Training training, IEnumerable<SessionSpot> gone, DateTimeOffset now) =>
        CalendarText.Write(training.Title, gone.Select(spot => CalendarEvent.Removed(training, spot)), now);

    public IReadOnlyList<Session> Sessions { get; }

    /// <summary>For the receiver's diary; the same entries as in the feeds, so that nothing stands there twice.</summary>
    public string Calendar { get; }

    /// <summary>What, when, where, and the day, hour and room of the session that comes first.</summary>
    public LocalText Facts(Training training)
    {
        var facts = TrainingLetters.Facts(training);
        return new(facts.Id + next.Id, facts.En + next.En);
    }
}
