using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>Keeps what people know of a timetable that is being changed, and tells them once it is.</summary>
internal sealed class TimetableNotices(
    IDatabase database,
    SeatRegister seats,
    Timetables timetables,
    TrainingAudience audience,
    ChangeNews news,
    TimeProvider time
) : IApplicationPart
{
    /// <summary>Whoever has a place, is asked to take one, or teaches; who waits or applied knows no hours yet.</summary>
    private static readonly Standing[] Told = [Standing.Seated, Standing.Asked, Standing.Teaches];

    public async Task NoteAsync(TimetableChanged change, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (await FindAsync(change.Training, ct) is { } notice)
            notice.ChangedAgain(now);
        else
            database.Set<TimetableNotice>().Add(TimetableNotice.Begin(change, now));
    }

    /// <returns>How many people were told; none when everything is as it was, or nobody is to come any more.</returns>
    public async Task<int> TellAsync(TrainingId id, CancellationToken ct)
    {
        // A planner who is changing a session at this moment comes before or after, never between.
        var training = await seats.LockAndReadAsync(id, ct);
        if (await FindAsync(id, ct) is not { } notice)
            return 0;
        database.Set<TimetableNotice>().Remove(notice);
        var timetable = await timetables.ReadAsync(training, ct);
        var now = time.GetUtcNow();
        var changes = notice.Compare([.. timetable.Sessions.Select(SessionSpot.Of)], now);
        var teaching = notice.CompareTeaching(timetable.Sessions, now);
        if ((changes.Count == 0 && teaching.Count == 0) || !training.AcceptsParticipants)
            return 0;
        var removed = changes.Where(change => change.Now is null).Select(change => change.Before!).ToList();
        var own = teaching.ToDictionary(change => change.Teacher);
        var people = (await audience.ReadAsync(id, ct))
            .Where(person => Told.Contains(person.Standing))
            .Concat(await audience.FormerTeachersAsync(own.Keys, ct))
            // Another instructor moves nobody else.
            .Where(person => changes.Count > 0 || IsOwn(person))
            .DistinctBy(person => person.Employee?.Value ?? person.Key)
            .ToList();
        var told = new TimetableNews(
            notice.Since,
            changes,
            new Timetable(training, timetable.Sessions, now, removed),
            own,
            now
        );
        await news.TimetableAsync(training, told, people, ct);
        return people.Count;

        bool IsOwn(AudienceMember person) => person.Employee is { } employee && own.ContainsKey(employee);
    }

    private Task<TimetableNotice?> FindAsync(TrainingId training, CancellationToken ct) =>
        database.Set<TimetableNotice>().SingleOrDefaultAsync(notice => notice.Id == training, ct);
}
