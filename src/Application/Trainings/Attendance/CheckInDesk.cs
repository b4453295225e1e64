using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Attendance;

/// <summary>Marks somebody present who knows the code on the screen, whichever way they came: account or own link.</summary>
internal sealed class CheckInDesk(IDatabase database, AttendanceDesk desk, SeatRegister seats, TimeProvider time)
    : IApplicationPart
{
    /// <param name="me">The person on all trainings this may be about.</param>
    /// <param name="sessionId">From the QR code; without it the session is found by the code.</param>
    public async Task<Result<CheckedIn>> CheckAsync(
        IQueryable<Participant> me,
        string code,
        Guid? sessionId,
        CancellationToken ct
    )
    {
        var now = time.GetUtcNow();
        var wanted = sessionId is { } session ? SessionId.From(session) : (SessionId?)null;
        var open = await database
            .Set<CheckInWindow>()
            .AsNoTracking()
            .Where(one => one.ClosesAt > now && (wanted == null || one.SessionId == wanted))
            .Join(
                me.Seated(),
                window => window.TrainingId,
                person => person.TrainingId,
                (window, person) => new { Window = window, ParticipantId = person.Id }
            )
            .ToListAsync(ct);
        if (open.Count == 0)
            return await WhyNotAsync(wanted, now, ct);
        var match = open.Find(one => one.Window.Check(code, now).IsSuccess);
        if (match is null)
            return open[0].Window.Check(code, now).Error;
        return await MarkAsync(match.Window, match.ParticipantId, now, ct);
    }

    private async Task<Result<CheckedIn>> MarkAsync(
        CheckInWindow window,
        ParticipantId participant,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var training = await seats.LockAndReadAsync(window.TrainingId, ct);
        var session = await desk.FindSessionAsync(training, window.SessionId.Value, ct);
        if (!session.IsSuccess)
            return session.Error;
        // Also one that was corrected since: whoever noted something knows more than the code can prove.
        var isMarked = await database
            .Set<AttendanceMark>()
            .AnyAsync(one => one.ParticipantId == participant && one.SessionId == window.SessionId, ct);
        if (isMarked)
            return CheckInErrors.AlreadyUsed();
        var mark = new MarkRequest(Guid.CreateVersion7(now), participant.Value, AttendanceStatus.Full);
        var recorded = await desk.RecordAsync(
            training.Id,
            window.SessionId.Value,
            [mark],
            AttendanceSource.CheckIn,
            ct
        );
        return recorded.IsSuccess
            ? new CheckedIn(training.Id.Value, session.Value.Id.Value, training.Title, session.Value.Subject, now)
            : recorded.Error;
    }

    /// <summary>Nothing is open for me: because it is closed, or because I am no participant?</summary>
    private async Task<Error> WhyNotAsync(SessionId? session, DateTimeOffset now, CancellationToken ct)
    {
        var isOpenForOthers = await database
            .Set<CheckInWindow>()
            .AnyAsync(one => one.ClosesAt > now && one.SessionId == session, ct);
        return isOpenForOthers ? CheckInErrors.NotParticipant() : CheckInErrors.Closed();
    }
}

public sealed record CheckedIn(Guid TrainingId, Guid SessionId, string Training, string Subject, DateTimeOffset At);
