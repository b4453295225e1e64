using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Identity;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>All marks of one person in one session, newest first: what was noted, by whom, and why it was corrected. For whoever sees the sheet.</summary>
[Requires(Permission.AttendanceRecord, Permission.ParticipantsRead, Permission.ParticipantsManage)]
public sealed record GetAttendanceHistory(Guid TrainingId, Guid SessionId, Guid ParticipantId)
    : IQuery<IReadOnlyList<AttendanceHistoryLine>>;

/// <param name="RecordedByName">None when the account is gone, or for work of the system itself.</param>
/// <param name="Reason">Why it replaced the earlier mark.</param>
/// <param name="SupersededAt">When it was replaced itself; none for the mark that counts.</param>
public sealed record AttendanceHistoryLine(
    Guid Id,
    AttendanceStatus Status,
    int? Minutes,
    AttendanceSource Source,
    DateTimeOffset TakenAt,
    DateTimeOffset RecordedAt,
    Guid RecordedBy,
    string? RecordedByName,
    string? Reason,
    DateTimeOffset? SupersededAt
);

internal sealed class GetAttendanceHistoryHandler(
    IDatabase database,
    TrainingGate gate,
    ParticipantScope scope,
    ActorNames actors
) : IRequestHandler<GetAttendanceHistory, Result<IReadOnlyList<AttendanceHistoryLine>>>
{
    public async Task<Result<IReadOnlyList<AttendanceHistoryLine>>> Handle(
        GetAttendanceHistory request,
        CancellationToken ct
    )
    {
        var training = await gate.FindAnyAsync(request.TrainingId, ct);
        var records = training is not null && gate.Runs(training, Permission.AttendanceRecord);
        if (training is null || !(records || scope.MaySee(training)))
            return TrainingErrors.NotFound();
        var (id, session, participant) = (
            training.Id,
            SessionId.From(request.SessionId),
            ParticipantId.From(request.ParticipantId)
        );
        if (!records && !await scope.Of(training, database).AnyAsync(one => one.Id == participant, ct))
            return ParticipantErrors.NotFound();
        var marks = await database
            .Set<AttendanceMark>()
            .AsNoTracking()
            .Where(one => one.TrainingId == id && one.SessionId == session && one.ParticipantId == participant)
            .OrderByDescending(one => one.RecordedAt)
            .ThenByDescending(one => one.Id)
            .Select(one => new AttendanceHistoryLine(
                one.Id.Value,
                one.Status,
                one.Minutes,
                one.Source,
                one.TakenAt,
                one.RecordedAt,
                one.RecordedBy,
                null,
                one.Reason,
                one.SupersededAt
            ))
            .ToListAsync(ct);
        var names = await actors.FindAsync(marks.Select(mark => mark.RecordedBy), ct);
        return marks.ConvertAll(mark => mark with { RecordedByName = names.GetValueOrDefault(mark.RecordedBy) });
    }
}
