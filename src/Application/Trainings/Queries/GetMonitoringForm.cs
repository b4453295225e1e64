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

/// <summary>Monitoring forms 3.3 (attendance) and 3.4 (coaching and mentoring), and what superiors monitor, as official papers.</summary>
[Requires(Permission.ParticipantsRead, Permission.TrainingsRun)]
public sealed record GetMonitoringForm(Guid TrainingId, MonitoringForm Form, MonitoringFormat Format)
    : IQuery<MonitoringFile>;

public enum MonitoringForm
{
    /// <summary>Form 3.3: attendance of each participant: full, partly, absent, excused.</summary>
    Attendance,

    /// <summary>Form 3.4: agreed and realised meetings of coaching and mentoring.</summary>
    Coaching,

    /// <summary>Learning on one's own and in communities, as the superiors monitored it.</summary>
    Supervision,
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
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public async Task<Result<MonitoringFile>> Handle(GetMonitoringForm request, CancellationToken ct)
    {
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { } training || !scope.MaySee(training))
            return TrainingErrors.NotFound();
        var settings = await institution.CurrentAsync(ct);
        var paper = request.Form switch
        {
            MonitoringForm.Attendance => MonitoringPaper.Attendance(settings.NumberNames),
            MonitoringForm.Coaching => MonitoringPaper.Coaching(settings.NumberNames),
            _ => MonitoringPaper.Supervision(settings.NumberNames),
        };
        var rows =
            request.Form == MonitoringForm.Attendance
                ? await AttendanceRowsAsync(training, ct)
                : await CoachingRowsAsync(request.TrainingId, request.Form == MonitoringForm.Supervision, ct);
        var form = new Form(
            paper,
            [
                new TableFact("Kode kegiatan", training.ActivityCode),
                new TableFact("Tanggal", TrainingLetters.Days(training.WhenAndWhere, english: false)),
                new TableFact("Tempat", TrainingLetters.Place(training.WhenAndWhere, english: false)),
            ],
            rows,
            // An empty form says what is missing and what fills it: it is printed and passed on.
            rows.Count > 0
                ? null
                : paper.Missing
        );
        using var target = new MemoryStream();
        if (request.Format == MonitoringFormat.Xlsx)
        {
            await WriteSheetAsync(target, form, training, settings.Name, ct);
            return new MonitoringFile(
                target.ToArray(),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                paper.Name + ".xlsx"
            );
        }
        WritePaper(target, form, training, settings.Name);
        return new MonitoringFile(target.ToArray(), "application/pdf", paper.Name + ".pdf");
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
            form.Paper.Name.Replace("formulir-", "", StringComparison.Ordinal),
            [
                form.Paper.Title,
                training.Title,
                institutionName,
                .. form.Facts.Select(fact => $"{fact.Label}: {fact.Value}"),
                .. form.Missing is { } missing ? [missing] : Array.Empty<string>(),
            ],
            [
                .. form.Paper.Columns.Select(column =>
                    column.Group is null ? column.Title : $"{column.Group}: {column.Title}"
                ),
            ],
            form.Rows
        )
        {
            Widths = [.. form.Paper.Columns.Select(column => column.Weight * CharactersPerWeight)],
        };
        return spreadsheets.WriteAsync(target, SpreadsheetFormat.Xlsx, sheet, ct);
    }

    private void WritePaper(Stream target, Form form, Training training, string institutionName) =>
        pdf.Write(
            target,
            new TableDocument
            {
                Title = form.Paper.Title,
                Heading = [form.Paper.Title.ToUpper(Indonesian), training.Title, institutionName],
                Facts = form.Facts,
                Columns = form.Paper.Columns,
                Rows = form.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(Word)]),
                Landscape = true,
                Notes = form.Missing is { } missing ? [missing] : [],
                Footer = training.ActivityCode,
            }
        );

    private async Task<List<IReadOnlyList<object?>>> AttendanceRowsAsync(Training training, CancellationToken ct)
    {
        var people = await scope
            .Of(training, database)
            .AsNoTracking()
            .Seated()
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
                            fact.AttendancePercent is { } share ? (object)decimal.Round(share, 1) : "–",
                        ];
                }
            ),
        ];
    }

    private async Task<List<IReadOnlyList<object?>>> CoachingRowsAsync(
        Guid trainingId,
        bool supervised,
        CancellationToken ct
    )
    {
        var agreements = (await mediator.Send(new ListCoaching(trainingId), ct)).Value.Where(one =>
            CoachingAgreement.IsSupervisedAs(one.Kind) == supervised
        );
        return
        [
            .. agreements.Select(
                (one, index) =>
                    (IReadOnlyList<object?>)
                        [
                            index + 1,
                            one.Name,
                            one.IdentityNumber ?? "",
                            SheetWords.Of(one.Kind, english: false),
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
            // An identity number in its groups; any other text stays as it is.
            _ => IndonesianWords.Identity(cell?.ToString() ?? ""),
        };

    private sealed record Form(
        MonitoringPaper Paper,
        IReadOnlyList<TableFact> Facts,
        IReadOnlyList<IReadOnlyList<object?>> Rows,
        string? Missing
    );
}
