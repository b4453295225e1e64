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

/// <summary>People against sessions: a page of confirmed people with all their marks.</summary>
[Requires(Permission.AttendanceRecord, Permission.ParticipantsRead, Permission.ParticipantsManage)]
public sealed record ListAttendance(Guid TrainingId, string? Search, PageRequest Page) : IQuery<AttendanceGrid>;

/// <param name="CanRecord">Marks are taken now, and the user may take them.</param>
public sealed record AttendanceGrid(
    IReadOnlyList<AttendanceSession> Sessions,
    Page<AttendanceRow> People,
    bool CanRecord,
    DateTimeOffset ServerTime
);

/// <param name="Start">Where the training is; <c>StartsAt</c> is the same as an instant.</param>
/// <param name="HasStarted">Before that nothing can be marked.</param>
/// <param name="Present">People marked full or partly, of those who have a place.</param>
/// <param name="Marked">People with a mark of whatever kind, of those who have a place.</param>
public sealed record AttendanceSession(
    Guid Id,
    DateOnly Date,
    TimeOnly Start,
    TimeOnly End,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    int Minutes,
    string Subject,
    bool HasStarted,
    int Present,
    int Marked
);

/// <param name="Percent">Share of all session minutes, one decimal; none without sessions.</param>
public sealed record AttendanceRow(
    Guid ParticipantId,
    string Name,
    string? IdentityNumber,
    string Affiliation,
    IReadOnlyList<AttendanceCell> Marks,
    decimal? Percent
);

/// <param name="Corrected">An earlier mark was replaced; see its history.</param>
public sealed record AttendanceCell(
    Guid SessionId,
    AttendanceStatus Status,
    int? Minutes,
    AttendanceSource Source,
    DateTimeOffset TakenAt,
    bool Corrected
);

internal sealed class ListAttendanceHandler(
    IDatabase database,
    TrainingGate gate,
    ParticipantScope scope,
    TimeProvider time
) : IRequestHandler<ListAttendance, Result<AttendanceGrid>>
{
    public async Task<Result<AttendanceGrid>> Handle(ListAttendance request, CancellationToken ct)
    {
        var training = await gate.FindAnyAsync(request.TrainingId, ct);
        var records = training is not null && gate.Runs(training, Permission.AttendanceRecord);
        if (training is null || !(records || scope.MaySee(training)))
            return TrainingErrors.NotFound();
        var sessions = await SessionsAsync(training, ct);
        var people = (
            records
                ? database.Set<Participant>().Where(one => one.TrainingId == training.Id)
                : scope.Of(training, database)
        )
            .AsNoTracking()
            .Seated();
        if (!string.IsNullOrWhiteSpace(request.Search))
        {
            var part = request.Search.Trim().ToLowerInvariant();
            people = people.Where(one =>
                one.Name.ToLower().Contains(part) || (one.IdentityNumber != null && one.IdentityNumber.Contains(part))
            );
        }
        var total = await people.CountAsync(ct);
        var page = await people
            .OrderBy(one => one.Name)
            .ThenBy(one => one.Id)
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .Select(one => new
            {
                one.Id,
                one.Name,
                one.IdentityNumber,
                one.Affiliation,
            })
            .ToListAsync(ct);
        var ids = page.Select(one => one.Id).ToList();
        var marks = (
            await database
                .Set<AttendanceMark>()
                .AsNoTracking()
                .Where(mark => mark.SupersededAt == null && ids.Contains(mark.ParticipantId))
                .ToListAsync(ct)
        ).ToLookup(mark => mark.ParticipantId);
        var minutes = sessions.ToDictionary(session => session.Id, session => session.Minutes);
        var planned = sessions.Sum(session => session.Minutes);
        var rows = page.Select(one => new AttendanceRow(
            one.Id.Value,
            one.Name,
            one.IdentityNumber,
            one.Affiliation,
            [.. marks[one.Id].Select(Cell)],
            new CompletionFacts(
                planned,
                marks[one.Id].Sum(mark => mark.CountedMinutes(minutes.GetValueOrDefault(mark.SessionId.Value))),
                null,
                false,
                false
            ).AttendancePercent
        ));
        return new AttendanceGrid(
            sessions,
            new Page<AttendanceRow>([.. rows], total, request.Page.Number, request.Page.Size),
            records && training.AcceptsParticipants,
            time.GetUtcNow()
        );
    }

    private static AttendanceCell Cell(AttendanceMark mark) =>
        new(mark.SessionId.Value, mark.Status, mark.Minutes, mark.Source, mark.TakenAt, mark.Reason is not null);

    private async Task<List<AttendanceSession>> SessionsAsync(Training training, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var sessions = await database
            .Set<Session>()
            .AsNoTracking()
            .Where(one => one.TrainingId == training.Id)
            .OrderBy(one => one.StartsAt)
            .ToListAsync(ct);
        var counts = await database
            .Set<AttendanceMark>()
            .Where(mark => mark.TrainingId == training.Id && mark.SupersededAt == null)
            .OfSeated(database)
            .GroupBy(mark => mark.SessionId)
            .Select(group => new
            {
                group.Key,
                Marked = group.Count(),
                Present = group.Count(mark =>
                    mark.Status == AttendanceStatus.Full || mark.Status == AttendanceStatus.Partly
                ),
            })
            .ToDictionaryAsync(count => count.Key, ct);
        return
        [
            .. sessions.Select(session => new AttendanceSession(
                session.Id.Value,
                session.Date,
                session.Start,
                session.End,
                session.StartsAt,
                session.EndsAt,
                session.Minutes,
                session.Subject,
                session.StartsAt <= now,
                counts.GetValueOrDefault(session.Id)?.Present ?? 0,
                counts.GetValueOrDefault(session.Id)?.Marked ?? 0
            )),
        ];
    }
}
