using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Attendance;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>
/// Marks from a spreadsheet with the columns NIP and Status, Menit where somebody was there partly, and Alasan where a mark
/// is corrected.
/// </summary>
[Requires(Permission.AttendanceRecord)]
public sealed record ImportAttendance(Guid TrainingId, Guid SessionId, Stream Content) : ICommand<ImportedAttendance>;

public sealed record ImportedAttendance(int Accepted, int Refused, IReadOnlyList<ImportedRow> Rows);

internal sealed class ImportAttendanceHandler(
    IDatabase database,
    TrainingGate gate,
    AttendanceDesk desk,
    IEmployeeDirectory employees,
    ISpreadsheetReader reader
) : IRequestHandler<ImportAttendance, Result<ImportedAttendance>>
{
    private static readonly Dictionary<string, AttendanceStatus> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hadir"] = AttendanceStatus.Full,
        ["penuh"] = AttendanceStatus.Full,
        ["full"] = AttendanceStatus.Full,
        ["sebagian"] = AttendanceStatus.Partly,
        ["partly"] = AttendanceStatus.Partly,
        ["tidak hadir"] = AttendanceStatus.Absent,
        ["absent"] = AttendanceStatus.Absent,
        ["izin"] = AttendanceStatus.Excused,
        ["sakit"] = AttendanceStatus.Excused,
        ["excused"] = AttendanceStatus.Excused,
    };

    public async Task<Result<ImportedAttendance>> Handle(ImportAttendance request, CancellationToken ct)
    {
        var training = await gate.FindAsync(request.TrainingId, Permission.AttendanceRecord, ct);
        if (!training.IsSuccess)
            return training.Error;
        var session = await desk.FindSessionAsync(training.Value, request.SessionId, ct);
        if (!session.IsSuccess)
            return session.Error;
        var opened = reader.Open(request.Content, new SpreadsheetRules(["NIP", "Status"], AttendanceDesk.Maximum));
        if (!opened.IsSuccess)
            return Result<ImportedAttendance>.Failure(opened.Errors);
        using var sheet = opened.Value;

        var people = await database
            .Set<Participant>()
            .Where(one => one.TrainingId == training.Value.Id && (one.IdentityNumber != null || one.EmployeeId != null))
            .Select(one => new
            {
                one.IdentityNumber,
                one.Id,
                one.Name,
                one.EmployeeId,
            })
            .ToListAsync(ct);
        var byNumber = people.ToLookup(one => ParticipantSheet.NumberOf(one.IdentityNumber ?? ""));
        var byEmployee = people.ToLookup(one => one.EmployeeId);
        var (number, status, reason) = (sheet.IndexOf("NIP"), sheet.IndexOf("Status"), sheet.IndexOf("Alasan"));
        var minutes = sheet.IndexOf("Menit");
        List<(int Row, string Number, string Name, MarkRequest Mark)> good = [];
        List<ImportedRow> bad = [];
        var rows = sheet.Rows().ToList();
        // Somebody who has got another number since being put on the list is found by any of them.
        var cards = await employees.FindByNumbersAsync(
            [.. rows.Select(row => ParticipantSheet.NumberOf(row.Cells[number]))],
            ct
        );
        foreach (var row in rows)
        {
            var text = row.Cells[number].Trim();
            var digits = ParticipantSheet.NumberOf(text);
            var meant = byNumber[digits].Concat(cards[digits].SelectMany(card => byEmployee[card.Id])).Distinct();
            var found = digits.Length == 0 ? [] : meant.Take(2).ToList();
            var person = found is [var only] ? only : null;
            var isWord = Words.TryGetValue(row.Cells[status].Trim(), out var word);
            if (person is null || !isWord)
            {
                var error = found.Count switch
                {
                    0 => ParticipantErrors.EmployeeUnknown(text),
                    1 => AttendanceErrors.StatusUnknown(row.Cells[status]),
                    _ => ParticipantErrors.NumberAmbiguous(text),
                };
                bad.Add(new ImportedRow(row.Number, text, person?.Name ?? "", "", [error]));
                continue;
            }
            var time = minutes < 0 || word != AttendanceStatus.Partly ? "" : row.Cells[minutes].Trim();
            if (!TryMinutes(time, out var there))
            {
                var error = AttendanceErrors.MinutesOutOfRange(session.Value.Minutes);
                bad.Add(new ImportedRow(row.Number, text, person.Name, "", [error]));
                continue;
            }
            var why = reason < 0 ? null : row.Cells[reason];
            good.Add((row.Number, text, person.Name, new(Guid.CreateVersion7(), person.Id.Value, word, there, why)));
        }
        if (sheet.Stopped is { } stopped)
            return stopped;
        if (good.Count > 0)
        {
            var marks = good.Select(one => one.Mark).ToList();
            var recorded = await desk.TakeAsync(
                training.Value.Id,
                request.SessionId,
                marks,
                AttendanceSource.Import,
                ct
            );
            if (!recorded.IsSuccess)
                return Result<ImportedAttendance>.Failure(recorded.Errors);
            bad.AddRange(
                good.Zip(recorded.Value)
                    .Where(pair => pair.Second.Refusal is not null)
                    .Select(pair => new ImportedRow(
                        pair.First.Row,
                        pair.First.Number,
                        pair.First.Name,
                        "",
                        [pair.Second.Refusal!]
                    ))
            );
        }
        var refusedGood = bad.Count(row => good.Exists(one => one.Row == row.Row));
        return new ImportedAttendance(good.Count - refusedGood, bad.Count, [.. bad.OrderBy(row => row.Row)]);
    }

    /// <summary>An empty cell is nobody's statement: half of the session counts then.</summary>
    private static bool TryMinutes(string text, out int? minutes)
    {
        minutes = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;
        return text.Length == 0 || minutes is not null;
    }
}
