using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Trainings.Queries;

/// <summary>What GetMonitoringBoard finds as a spreadsheet.</summary>
[Requires(Permission.TrainingsRead)]
public sealed record ExportMonitoringBoard(TrainingFilter Filter, string? Sort, SpreadsheetFormat Format)
    : IQuery<SpreadsheetFile>;

internal sealed class ExportMonitoringBoardHandler(WholeLists lists)
    : IRequestHandler<ExportMonitoringBoard, Result<SpreadsheetFile>>
{
    private static readonly ListSheet<MonitoringRow> Sheet = new(
        new("pemantauan", "monitoring"),
        new("Pemantauan", "Monitoring"),
        [
            new("Kode kegiatan", "Activity code", row => row.ActivityCode),
            new("Nama pelatihan", "Title", row => row.Title),
            new("Angkatan", "Batch", row => row.Batch),
            new("Status", "State", row => row.State),
            new("Metode", "Scheme", row => row.Scheme),
            new("Mulai", "Start", row => row.Start),
            new("Selesai", "End", row => row.End),
            new("Terlambat", "Late", row => row.Late),
            new(
                "Dokumen belum ada",
                "Documents missing",
                (row, words) => string.Join(", ", row.MissingDocuments.Select(kind => words.Of(kind)))
            ),
            new("Kuota", "Quota", row => row.Quota),
            new("Terkonfirmasi", "Confirmed", row => row.Confirmed),
            new("Menunggu jawaban", "Not answered", row => row.Pending),
            new("Cadangan", "Reserves", row => row.Reserve),
            new("Sesi", "Sessions", row => row.Sessions),
            new("Sesi terlaksana", "Sessions held", row => row.SessionsHeld),
            new("Kehadiran (%)", "Attendance (%)", row => row.AttendancePercent),
            new("Lulus", "Passed", row => row.Passed),
            new("Tidak lulus", "Failed", row => row.Failed),
            new("Sertifikat", "Certificates", row => row.Certificates),
            new("Sertifikat perlu diganti", "Certificates to replace", row => row.CertificatesOutdated),
            new("Pagu anggaran", "Budget ceiling", row => row.BudgetCeiling),
            new("Realisasi anggaran", "Budget realised", row => row.BudgetRealisation),
            new("Batas lapor anggaran", "Budget report due", row => row.BudgetDue),
        ]
    );

    public Task<Result<SpreadsheetFile>> Handle(ExportMonitoringBoard request, CancellationToken cancellationToken) =>
        lists.FileAsync(
            new GetMonitoringBoard(request.Filter, request.Sort, WholeLists.Page),
            Sheet,
            request.Format,
            cancellationToken
        );
}
