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
public sealed record ExportMonitoringBoard(TrainingFilter Filter, string? Sort, SpreadsheetFormat Format, bool English)
    : IQuery<SpreadsheetFile>;

internal sealed class ExportMonitoringBoardHandler(IMediator mediator)
    : IRequestHandler<ExportMonitoringBoard, Result<SpreadsheetFile>>
{
    private static readonly string[] Indonesian =
    [
        "Kode kegiatan",
        "Nama pelatihan",
        "Angkatan",
        "Status",
        "Metode",
        "Mulai",
        "Selesai",
        "Terlambat",
        "Dokumen belum ada",
        "Kuota",
        "Terkonfirmasi",
        "Menunggu jawaban",
        "Cadangan",
        "Sesi",
        "Sesi terlaksana",
        "Kehadiran (%)",
        "Lulus",
        "Tidak lulus",
        "Sertifikat",
        "Sertifikat perlu diganti",
        "Pagu anggaran",
        "Realisasi anggaran",
        "Batas lapor anggaran",
    ];

    private static readonly string[] EnglishColumns =
    [
        "Activity code",
        "Title",
        "Batch",
        "State",
        "Scheme",
        "Start",
        "End",
        "Late",
        "Documents missing",
        "Quota",
        "Confirmed",
        "Not answered",
        "Reserves",
        "Sessions",
        "Sessions held",
        "Attendance (%)",
        "Passed",
        "Failed",
        "Certificates",
        "Certificates to replace",
        "Budget ceiling",
        "Budget realised",
        "Budget report due",
    ];

    public async Task<Result<SpreadsheetFile>> Handle(
        ExportMonitoringBoard request,
        CancellationToken cancellationToken
    )
    {
        var board = await mediator.Send(
            new GetMonitoringBoard(request.Filter, request.Sort, WholeList.Page),
            cancellationToken
        );
        if (!board.IsSuccess)
            return board.Error;
        if (WholeList.Check(board.Value.Total) is { } tooMany)
            return tooMany;
        return new SpreadsheetFile(
            request.English ? "monitoring" : "pemantauan",
            request.Format,
            new(
                request.English ? "Monitoring" : "Pemantauan",
                [],
                request.English ? EnglishColumns : Indonesian,
                board.Value.Items.Select(row => Cells(row, request.English))
            )
        );
    }

    private static IReadOnlyList<object?> Cells(MonitoringRow row, bool english) =>
        [
            row.ActivityCode,
            row.Title,
            row.Batch,
            SheetWords.Of(row.State, english),
            SheetWords.Of(row.Scheme, english),
            row.Start,
            row.End,
            SheetWords.Of(row.Late, english),
            string.Join(", ", row.MissingDocuments.Select(kind => SheetWords.Of(kind, english))),
            row.Quota,
            row.Confirmed,
            row.Pending,
            row.Reserve,
            row.Sessions,
            row.SessionsHeld,
            row.AttendancePercent,
            row.Passed,
            row.Failed,
            row.Certificates,
            row.CertificatesOutdated,
            row.BudgetCeiling,
            row.BudgetRealisation,
            row.BudgetDue,
        ];
}
