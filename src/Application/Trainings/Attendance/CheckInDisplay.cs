using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Printing;
using Pionir.Application.Identity;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Attendance;

/// <summary>What the screen in class shows.</summary>
internal sealed class CheckInDisplay(IDatabase database, IPublicAddress address, IQrCode qr, TimeProvider time)
    : IApplicationPart
{
    public async Task<CheckInView> ShowAsync(Session session, CheckInWindow? window, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var present = await database
            .Set<AttendanceMark>()
            .InClass()
            .OfSeated(database)
            .CountAsync(mark => mark.SessionId == session.Id, ct);
        var expected = await database
            .Set<Participant>()
            .Seated()
            .CountAsync(one => one.TrainingId == session.TrainingId, ct);
        if (window?.IsOpen(now) != true)
        {
            return new CheckInView(
                session.Id.Value,
                session.Subject,
                false,
                null,
                [],
                null,
                null,
                now,
                present,
                expected
            );
        }
        var code = window.CodeAt(now);
        var link = address.Of($"/check-in?session={session.Id.Value}&code={code}");
        return new CheckInView(
            session.Id.Value,
            session.Subject,
            true,
            code,
            qr.Draw(link.ToString()),
            CheckInWindow.NextCodeAt(now),
            window.ClosesAt,
            now,
            present,
            expected
        );
    }
}

/// <param name="Code">To be typed; changes every half minute.</param>
/// <param name="Qr">Rows of the QR code: 1 is dark, 0 is light.</param>
/// <param name="NextCodeAt">Ask again then.</param>
/// <param name="ServerTime">Only this clock counts; the display follows it.</param>
public sealed record CheckInView(
    Guid SessionId,
    string Subject,
    bool IsOpen,
    string? Code,
    IReadOnlyList<string> Qr,
    DateTimeOffset? NextCodeAt,
    DateTimeOffset? ClosesAt,
    DateTimeOffset ServerTime,
    int Present,
    int Expected
);
