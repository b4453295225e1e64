using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Printing;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>
/// The list of participants as annex of a letter (surat perintah, konfirmasi peserta), always as it stands: after somebody
/// withdrew or was replaced the letter is made again with it.
/// </summary>
[Requires(Permission.ParticipantsManage)]
public sealed record GetParticipantAnnex(Guid TrainingId) : IQuery<byte[]>;

internal sealed class GetParticipantAnnexHandler(
    IDatabase database,
    TrainingGate gate,
    IEmployeeDirectory employees,
    ITablePdf pdf,
    IInstitution institution,
    TimeProvider time
) : IRequestHandler<GetParticipantAnnex, Result<byte[]>>
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public async Task<Result<byte[]>> Handle(GetParticipantAnnex request, CancellationToken ct)
    {
        var found = await gate.FindAsync(request.TrainingId, Permission.ParticipantsManage, ct);
        if (!found.IsSuccess)
            return found.Error;
        var training = await database
            .Set<Training>()
            .AsNoTracking()
            .Include(one => one.Documents)
            .SingleAsync(one => one.Id == found.Value.Id, ct);
        var people = await database
            .Set<Participant>()
            .AsNoTracking()
            .Where(one => one.TrainingId == training.Id)
            .Seated()
            .OrderBy(one => one.Name)
            .ThenBy(one => one.Id)
            .ToListAsync(ct);
        var cards = await employees.FindAsync([.. people.Select(one => one.EmployeeId).OfType<EmployeeId>()], ct);
        var settings = await institution.CurrentAsync(ct);
        using var target = new MemoryStream();
        pdf.Write(
            target,
            new TableDocument
            {
                Title = $"Daftar peserta {training.Title}",
                Heading = ["DAFTAR PESERTA", training.Title, settings.Name],
                Facts =
                [
                    new TableFact(
                        "Lampiran surat",
                        "nomor ............................ tanggal ............................"
                    ),
                    new TableFact("Kode kegiatan", training.ActivityCode),
                    new TableFact("Tanggal", TrainingLetters.Days(training.WhenAndWhere, english: false)),
                    new TableFact("Tempat", TrainingLetters.Place(training.WhenAndWhere, english: false)),
                    new TableFact("Keadaan daftar", TrainingLetters.Moment(training, time.GetUtcNow())),
                ],
                Columns =
                [
                    new TableColumn("No.", 1, TableAlignment.Right),
                    new TableColumn("Nama", 6),
                    new TableColumn(settings.NumberNames, 4),
                    new TableColumn("Pangkat/golongan", 3),
                    new TableColumn("Jabatan", 5),
                    new TableColumn("Unit/Instansi", 5),
                ],
                Rows = people.Select(
                    (one, index) => Row(index + 1, one, cards.GetValueOrDefault(one.EmployeeId.GetValueOrDefault()))
                ),
                Landscape = true,
                Notes = [.. training.Documents.Where(old => training.OutdatedSince(old) is not null).Select(Replaced)],
                Footer = training.ActivityCode,
            }
        );
        return target.ToArray();

        string Replaced(TrainingDocument old) =>
            $"Menggantikan daftar peserta dalam {Word(old.Kind)} {(old.Number is { } number ? $"nomor {number}" : $"“{old.FileName}”")}"
            + $" yang dicatat {training.DayOf(old.UploadedAt).ToString("d MMMM yyyy", Indonesian)}.";
    }

    private static IReadOnlyList<string> Row(int number, Participant one, EmployeeCard? card) =>
        [
            number.ToString(Indonesian),
            one.Name,
            IndonesianWords.Identity(one.IdentityNumber ?? ""),
            card?.Rank ?? "",
            card?.Position ?? "",
            card?.UnitName ?? one.Affiliation,
        ];

    private static string Word(DocumentKind kind) =>
        kind == DocumentKind.AssignmentLetter ? "surat perintah/tugas" : "konfirmasi peserta";
}
