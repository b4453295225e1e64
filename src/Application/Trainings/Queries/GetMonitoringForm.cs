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
    private const double CharactersPerWeight = 6.5;
    private const string AttendanceMissing =
        "Belum ada peserta terkonfirmasi. Formulir ini terisi sejak peserta mengonfirmasi dan kehadirannya dicatat.";
    private const string CoachingMissing =
        "Belum ada kontrak belajar. Catat coach atau mentor, tujuan, dan jumlah pertemuan setiap peserta di tab Coaching "
        + "pelatihan ini, lalu catat pertemuan yang terlaksana: formulir ini terisi sendiri.";

    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    private static readonly TableColumn[] AttendanceColumns =
    [
        new("No.", 1, TableAlignment.Right),
        new("Nama", 6),
        new("NIP/NI PPPK/NRP", 4),
        new("Unit/Instansi", 5),
        new("Penuh", 1.4, TableAlignment.Right, "Kehadiran (sesi)"),
        new("Sebagian", 1.9, TableAlignment.Right, "Kehadiran (sesi)"),
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
        new("Disepakati", 2.2, TableAlignment.Right, "Pertemuan"),
        new("Terlaksana", 2.2, TableAlignment.Right, "Pertemuan"),
        new("Tanggal pelaksanaan", 5),
    ];

    public async Task<Result<MonitoringFile>> Handle(GetMonitoringForm request, CancellationToken ct)
    {
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { } training || !scope.MaySee(training))
            return TrainingErrors.NotFound();
        var coaching = request.Form == MonitoringForm.Coaching;
        var rows = coaching ? await CoachingRowsAsync(request.TrainingId, ct) : await AttendanceRowsAsync(training, ct);
        var settings = await institution.CurrentAsync(ct);
        var form = new Form(
            coaching ? "formulir-3.4" : "formulir-3.3",
            coaching ? "Formulir 3.4 Monitoring coaching dan mentoring" : "Formulir 3.3 Monitoring kehadiran",
            coaching ? CoachingColumns : AttendanceColumns,
            [
                new TableFact("Kode kegiatan", training.ActivityCode),
                new TableFact("Tanggal", TrainingLetters.Days(training.WhenAndWhere, english: false)),
                new TableFact("Tempat", TrainingLetters.Place(training.WhenAndWhere, english: false)),
            ],
            rows,
                // An empty form says what is missing and what fills it: it is printed and passed on.
                rows.Count > 0
                    ? null
                : coaching ? CoachingMissing
                : AttendanceMissing
        );
        using var target = new MemoryStream();
        if (request.Format == MonitoringFormat.Xlsx)
        {
            await WriteSheetAsync(target, form, training, settings.Name, ct);
            return new MonitoringFile(
                target.ToArray(),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                form.Name + ".xlsx"
            );
        }
        WritePaper(target, form, training, settings.Name);
        return new MonitoringFile(target.ToArray(), "application/pdf", form.Name + ".pdf");
    }

    private Task WriteSheetAsync(
        Stream target,
        Form form,
        Training training,
        string institutionName,
        CancellationToken ct
    )
    {
        var sheet = new SheetContent(
            form.Name["formulir-".Length..],
            [
                form.Title,
                training.Title,
                institutionName,
                .. form.Facts.Select(fact => $"{fact.Label}: {fact.Value}"),
                .. form.Missing is { } missing ? [missing] : Array.Empty<string>(),
            ],
            [.. form.Columns.Select(column => column.Group is null ? column.Title : $"{column.Group}: {column.Title}")],
            form.Rows
        )
        {
            Widths = [.. form.Columns.Select(column => column.Weight * CharactersPerWeight)],
        };
        return spreadsheets.WriteAsync(target, SpreadsheetFormat.Xlsx, sheet, ct);
    }

    private void WritePaper(Stream target, Form form, Training training, string institutionName) =>
        pdf.Write(
            target,
            new TableDocument
            {
                Title = form.Title,
                Heading = [form.Title.ToUpper(Indonesian), training.Title, institutionName],
                Facts = form.Facts,
                Columns = form.Columns,
                Rows = form.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(Word)]),
                Landscape = true,
                Notes = form.Missing is { } missing ? [missing] : [],
                Footer = training.ActivityCode,
            }
        );

    private async Task<List<IReadOnlyList<object?>>> AttendanceRowsAsync(Training training, CancellationToken ct)
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
                    return (IReadOnlyList<object?>)
                        [
                            index + 1,
                            one.Name,
                            one.IdentityNumber ?? "",
                            one.Affiliation,
                            full,
                            partly,
                            absent,
                            excused,
                            unmarked,
                            fact.AttendedMinutes,
                            sessions == 0 ? "–" : (object)decimal.Round(fact.AttendancePercent, 1),
                        ];
                }
            ),
        ];
    }

    private async Task<List<IReadOnlyList<object?>>> CoachingRowsAsync(Guid trainingId, CancellationToken ct)
    {
        var agreements = (await mediator.Send(new ListCoaching(trainingId), ct)).Value;
        return
        [
            .. agreements.Select(
                (one, index) =>
                    (IReadOnlyList<object?>)
                        [
                            index + 1,
                            one.Name,
                            one.IdentityNumber ?? "",
                            one.Kind == CoachingKind.Coaching ? "Coaching" : "Mentoring",
                            one.CoachName,
                            one.Goal,
                            one.AgreedMeetings,
                            one.Meetings.Count,
                            string.Join(
                                "; ",
                                one.Meetings.Select(meeting => meeting.HeldOn.ToString("d MMM yyyy", Indonesian))
                            ),
                        ]
            ),
        ];
    }

    private static string Word(object? cell) =>
        cell switch
        {
            int number => number.ToString(Indonesian),
            decimal share => share.ToString("0.#", Indonesian),
            _ => cell?.ToString() ?? "",
        };

    /// <param name="Missing">What is not there yet and what to do; none when the form has rows.</param>
    private sealed record Form(
        string Name,
        string Title,
        TableColumn[] Columns,
        IReadOnlyList<TableFact> Facts,
        IReadOnlyList<IReadOnlyList<object?>> Rows,
        string? Missing
    );
}
