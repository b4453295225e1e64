using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Attendance;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>The code to show in class now, and how many have come.</summary>
[Requires(Permission.AttendanceRecord)]
public sealed record GetCheckIn(Guid TrainingId, Guid SessionId) : IQuery<CheckInView>;

internal sealed class GetCheckInHandler(
    IDatabase database,
    TrainingGate gate,
    AttendanceDesk desk,
    CheckInDisplay display,
    TimeProvider time
) : IRequestHandler<GetCheckIn, Result<CheckInView>>
{
    public async Task<Result<CheckInView>> Handle(GetCheckIn request, CancellationToken ct)
    {
        var training = await gate.FindAsync(request.TrainingId, Permission.AttendanceRecord, ct);
        if (!training.IsSuccess)
            return training.Error;
        var session = await desk.FindSessionAsync(training.Value, request.SessionId, ct);
        if (!session.IsSuccess)
            return session.Error;
        var now = time.GetUtcNow();
        var window = await database
            .Set<CheckInWindow>()
            .AsNoTracking()
            .Where(one => one.SessionId == session.Value.Id && one.ClosesAt > now)
            .OrderByDescending(one => one.OpenedAt)
            .FirstOrDefaultAsync(ct);
        return await display.ShowAsync(session.Value, window, ct);
    }
}
