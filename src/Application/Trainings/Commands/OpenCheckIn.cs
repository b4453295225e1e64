using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Attendance;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>Lets the people of a session check in by themselves for some minutes; a window that is open ends.</summary>
/// <param name="Minutes">None: as the institution has set it. 0 closes.</param>
[Requires(Permission.AttendanceRecord)]
public sealed record OpenCheckIn(Guid TrainingId, Guid SessionId, int? Minutes) : ICommand<CheckInView>;

internal sealed class OpenCheckInHandler(
    IDatabase database,
    TrainingGate gate,
    AttendanceDesk desk,
    SeatRegister seats,
    CheckInDisplay display,
    IInstitution institution,
    ICurrentUser user,
    TimeProvider time
) : IRequestHandler<OpenCheckIn, Result<CheckInView>>
{
    public async Task<Result<CheckInView>> Handle(OpenCheckIn request, CancellationToken ct)
    {
        var training = await gate.FindAsync(request.TrainingId, Permission.AttendanceRecord, ct);
        if (!training.IsSuccess)
            return training.Error;
        if (!training.Value.AcceptsParticipants)
            return AttendanceErrors.TrainingNotRunning();
        var session = await desk.FindSessionAsync(training.Value, request.SessionId, ct);
        if (!session.IsSuccess)
            return session.Error;
        // Two officers at once would otherwise each leave a window open.
        await seats.LockAsync(training.Value.Id, ct);
        var now = time.GetUtcNow();
        var open = await database
            .Set<CheckInWindow>()
            .Where(one => one.SessionId == session.Value.Id && one.ClosesAt > now)
            .ToListAsync(ct);
        open.ForEach(one => one.Close(now));
        if (request.Minutes == 0)
            return await display.ShowAsync(session.Value, null, ct);
        var minutes = request.Minutes ?? (await institution.CurrentAsync(ct)).Deadlines.CheckInMinutes;
        var window = CheckInWindow.Open(training.Value.Id, SessionTime.Of(session.Value), minutes, user.UserId, now);
        if (!window.IsSuccess)
            return window.Error;
        database.Set<CheckInWindow>().Add(window.Value);
        return await display.ShowAsync(session.Value, window.Value, ct);
    }
}
