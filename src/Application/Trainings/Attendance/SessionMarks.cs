using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Attendance;

/// <summary>What the marks of a session mean for its time. Under the training's lock: none comes in meanwhile.</summary>
internal sealed class SessionMarks(IDatabase database, TimeProvider time) : IApplicationPart
{
    public Task<DateTimeOffset?> PresentFromAsync(SessionId session, CancellationToken cancellationToken) =>
        Of(session).InClass().MinAsync(mark => (DateTimeOffset?)mark.RecordedAt, cancellationToken);

    /// <summary>Nobody was there, and it is held later: then nobody has been absent from it yet.</summary>
    public async Task TakeBackBeforeAsync(Session session, CancellationToken cancellationToken)
    {
        var start = session.StartsAt;
        var now = time.GetUtcNow();
        foreach (
            var mark in await Of(session.Id)
                .Where(mark => mark.SupersededAt == null && mark.RecordedAt < start)
                .ToListAsync(cancellationToken)
        )
        {
            mark.TakeBack(now);
        }
    }

    private IQueryable<AttendanceMark> Of(SessionId session) =>
        database.Set<AttendanceMark>().Where(mark => mark.SessionId == session);
}
