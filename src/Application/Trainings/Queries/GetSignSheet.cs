using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Printing;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Attendance;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>Daftar hadir of one session to be signed on paper (PDF).</summary>
[Requires(Permission.AttendanceRecord, Permission.ParticipantsManage)]
public sealed record GetSignSheet(Guid TrainingId, Guid SessionId) : IQuery<byte[]>;

internal sealed class GetSignSheetHandler(
    IDatabase database,
    TrainingGate gate,
    AttendanceDesk desk,
    ITablePdf pdf,
    IInstitution institution
) : IRequestHandler<GetSignSheet, Result<byte[]>>
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public async Task<Result<byte[]>> Handle(GetSignSheet request, CancellationToken ct)
    {
        var found = await gate.FindAsync(request.TrainingId, Permission.AttendanceRecord, ct);
        if (!found.IsSuccess)
            return found.Error;
        var training = found.Value;
        var session = await desk.FindSessionAsync(training, request.SessionId, ct);
        if (!session.IsSuccess)
            return session.Error;
        var settings = await institution.CurrentAsync(ct);
        var people = await database
            .Set<Participant>()
            .AsNoTracking()
            .Where(one => one.TrainingId == training.Id)
            .Seated()
            .OrderBy(one => one.Name)
            .Select(one => new
            {
                one.Name,
                one.IdentityNumber,
                one.Affiliation,
            })
            .ToListAsync(ct);
        using var target = new MemoryStream();
        pdf.Write(
            target,
            new TableDocument
            {
                Title = $"Daftar hadir {training.Title}",
                Heading = ["DAFTAR HADIR", training.Title, settings.Name],
                Facts =
                [
                    new TableFact("Hari, tanggal", session.Value.Date.ToString("dddd, d MMMM yyyy", Indonesian)),
                    new TableFact(
                        "Waktu",
                        $"{session.Value.Start.ToString("HH.mm", Indonesian)}–{session.Value.End.ToString("HH.mm", Indonesian)}"
                    ),
                    new TableFact("Materi", session.Value.Subject),
                    new TableFact("Tempat", session.Value.Room ?? training.Venue ?? "–"),
                ],
                Columns =
                [
                    new TableColumn("No.", 0.8, TableAlignment.Right),
                    new TableColumn("Nama", 5.5),
                    new TableColumn(settings.NumberNames, 4.6),
                    new TableColumn("Unit/Instansi", 3.6),
                    new TableColumn("Menit bila sebagian", 2.5, TableAlignment.Right),
                    new TableColumn("Tanda tangan", 4),
                ],
                Rows = people.Select(
                    (one, index) =>
                        (IReadOnlyList<string>)
                            [
                                $"{index + 1}",
                                one.Name,
                                IndonesianWords.Identity(one.IdentityNumber ?? ""),
                                one.Affiliation,
                                "",
                                "",
                            ]
                ),
                MinimumRowHeight = 28,
                Footer = training.ActivityCode,
            }
        );
        return target.ToArray();
    }
}
