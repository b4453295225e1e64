using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Printing;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Completion;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>Monitoring forms 3.3 (attendance) and 3.4 (coaching and mentoring) as official papers.</summary>
[Requires(Permission.ParticipantsRead, Permission.TrainingsRun)]
public sealed record GetMonitoringForm(Guid TrainingId, MonitoringForm Form, MonitoringFormat Format)
    : IQuery<MonitoringFile>;

public enum MonitoringForm
{
    /// <summary>Form 3.3: attendance of each participant: full, partly, absent, excused.</summary>
    Attendance,

    /// <summary>Form 3.4: agreed and realised meetings of coaching and mentoring.</summary>
    Coaching,
}

public enum MonitoringFormat
{
    Pdf,
    Xlsx,
}

public sealed record MonitoringFile(byte[] Content, string ContentType, string FileName);

internal sealed class GetMonitoringFormHandler(
    IDatabase database,
    TrainingGate gate,
    ParticipantScope scope,
    CompletionSheet sheet,
    IMediator mediator,
    ITablePdf pdf,
    ISpreadsheetWriter spreadsheets,
    IInstitution institution
) : IRequestHandler<GetMonitoringForm, Result<MonitoringFile>>
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    private static readonly TableColumn[] AttendanceColumns =
    [
        new("No.", 1, TableAlignment.Right),
        new("Nama", 6),
        new("NIP/NI PPPK/NRP", 4),
        new("Unit/Instansi", 5),
        new("Penuh", 1.4, TableAlignment.Right, "Kehadiran (sesi)"),
        new("Sebagian", 1.6, TableAlignment.Right, "Kehadiran (sesi)"),
        new("Tidak hadir", 1.6, TableAlignment.Right, "Kehadiran (sesi)"),
        new("Izin", 1.4, TableAlignment.Right, "Kehadiran (sesi)"),
        new("Belum dicatat", 1.6, TableAlignment.Right),
        new("Menit hadir", 1.6, TableAlignment.Right),
        new("Persen", 1.4, TableAlignment.Right),
    ];

    private static readonly TableColumn[] CoachingColumns =
    [
        new("No.", 1, TableAlignment.Right),
        new("Nama", 5),
        new("NIP/NI PPPK/NRP", 4),
        new("Bentuk", 2),
        new("Coach/mentor", 4),
        new("Kontrak belajar", 6),
        new("Disepakati", 1.6, TableAlignment.Right, "Pertemuan"),
        new("Terlaksana", 1.6, TableAlignment.Right, "Pertemuan"),
        new("Tanggal pelaksanaan", 5),
    ];

    public async Task<Result<MonitoringFile>> Handle(GetMonitoringForm request, CancellationToken ct)
    {
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { } training || !scope.MaySee(training))
            return TrainingErrors.NotFound();
        var coaching = request.Form == MonitoringForm.Coaching;
        var rows = coaching ? await CoachingRowsAsync(request.TrainingId, ct) : await AttendanceRowsAsync(training, ct);
        var title = coaching ? "Formulir 3.4 Monitoring coaching dan mentoring" : "Formulir 3.3 Monitoring kehadiran";
        var columns = coaching ? CoachingColumns : AttendanceColumns;
        var name = coaching ? "formulir-3.4" : "formulir-3.3";
        using var target = new MemoryStream();
        if (request.Format == MonitoringFormat.Xlsx)
        {
            var sheet = new SheetContent(
                coaching ? "3.4" : "3.3",
                [title, training.Title],
                [.. columns.Select(column => column.Group is null ? column.Title : $"{column.Group}: {column.Title}")],
                rows.Select(row => (IReadOnlyList<object?>)[.. row])
            );
            await spreadsheets.WriteAsync(target, SpreadsheetFormat.Xlsx, sheet, ct);
            return new MonitoringFile(
                target.ToArray(),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                name + ".xlsx"
            );
        }
        var settings = await institution.CurrentAsync(ct);
        pdf.Write(
            target,
            new TableDocument
            {
                Title = title,
                Heading = [title.ToUpper(Indonesian), training.Title, settings.Name],
                Facts =
                [
                    new TableFact("Kode kegiatan", training.ActivityCode),
                    new TableFact("Tanggal", TrainingLetters.Days(training.WhenAndWhere, english: false)),
                    new TableFact("Tempat", TrainingLetters.Place(training.WhenAndWhere, english: false)),
                ],
                Columns = columns,
                Rows = rows,
                Landscape = true,
                Footer = training.ActivityCode,
            }
        );
        return new MonitoringFile(target.ToArray(), "application/pdf", name + ".pdf");
    }

    private async Task<List<IReadOnlyList<string>>> AttendanceRowsAsync(Training training, CancellationToken ct)
    {
        var seated = ParticipantStates.WithSeat.ToArray();
        var people = await scope
            .Of(training)
            .AsNoTracking()
            .Where(one => seated.Contains(one.State))
            .OrderBy(one => one.Name)
            .ThenBy(one => one.Id)
            .Select(one => new
            {
                one.Id,
                one.Name,
                one.IdentityNumber,
                one.Affiliation,
            })
            .ToListAsync(ct);
        var sessions = await database.Set<Session>().CountAsync(one => one.TrainingId == training.Id, ct);
        var marks = await database
            .Set<AttendanceMark>()
            .Where(mark => mark.TrainingId == training.Id && mark.SupersededAt == null)
            .GroupBy(mark => new { mark.ParticipantId, mark.Status })
            .Select(group => new
            {
                group.Key.ParticipantId,
                group.Key.Status,
                Count = group.Count(),
            })
            .ToListAsync(ct);
        var facts = await sheet.ReadAsync(training, ct);
        var counts = marks.ToDictionary(mark => (mark.ParticipantId, mark.Status), mark => mark.Count);
        return
        [
            .. people.Select(
                (one, index) =>
                {
                    int Of(AttendanceStatus status) => counts.GetValueOrDefault((one.Id, status));
                    var (full, partly) = (Of(AttendanceStatus.Full), Of(AttendanceStatus.Partly));
                    var (absent, excused) = (Of(AttendanceStatus.Absent), Of(AttendanceStatus.Excused));
                    var fact = facts.GetValueOrDefault(one.Id.Value);
                    var unmarked = sessions - full - partly - absent - excused;
                    return (IReadOnlyList<string>)
                        [
                            Number(index + 1),
                            one.Name,
                            one.IdentityNumber ?? "",
                            one.Affiliation,
                            Number(full),
                            Number(partly),
                            Number(absent),
                            Number(excused),
                            Number(unmarked),
                            Number(fact.AttendedMinutes),
                            sessions == 0 ? "–" : fact.AttendancePercent.ToString("0.#", Indonesian),
                        ];
                }
            ),
        ];
    }

    private async Task<List<IReadOnlyList<string>>> CoachingRowsAsync(Guid trainingId, CancellationToken ct)
    {
        var agreements = (await mediator.Send(new ListCoaching(trainingId), ct)).Value;
        return
        [
            .. agreements.Select(
                (one, index) =>
                    (IReadOnlyList<string>)
                        [
                            Number(index + 1),
                            one.Name,
                            one.IdentityNumber ?? "",
                            one.Kind == CoachingKind.Coaching ? "Coaching" : "Mentoring",
                            one.CoachName,
                            one.Goal,
                            Number(one.AgreedMeetings),
                            Number(one.Meetings.Count),
                            string.Join(
                                "; ",
                                one.Meetings.Select(meeting => meeting.HeldOn.ToString("d MMM yyyy", Indonesian))
                            ),
                        ]
            ),
        ];
    }

    private static string Number(int value) => value.ToString(Indonesian);
}
