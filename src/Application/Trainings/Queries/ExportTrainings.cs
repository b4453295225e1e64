using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Trainings.Queries;

/// <summary>What ListTrainings finds as a spreadsheet.</summary>
[Requires(Permission.TrainingsRead)]
public sealed record ExportTrainings(TrainingFilter Filter, string? Sort, SpreadsheetFormat Format)
    : IQuery<SpreadsheetFile>;

internal sealed class ExportTrainingsHandler(WholeLists lists)
    : IRequestHandler<ExportTrainings, Result<SpreadsheetFile>>
{
    private static readonly ListSheet<TrainingRow> Sheet = new(
        new("pelatihan", "trainings"),
        new("Pelatihan", "Trainings"),
        [
            new("Kode kegiatan", "Activity code", row => row.ActivityCode),
            new("Nama pelatihan", "Title", row => row.Title),
            new("Angkatan", "Batch", row => row.Batch),
            new("Status", "State", row => row.State),
            new("Metode", "Scheme", row => row.Scheme),
            new("Klaster", "Cluster", row => row.Cluster.ToString()),
            new("Jenis", "Form", row => row.FormName),
            new("Pokja", "Working group", row => row.WorkingGroupName),
            new("Unit kerja", "Unit", row => row.UnitName),
            new("Mulai", "Start", row => row.Start),
            new("Selesai", "End", row => row.End),
            new("Kota", "City", row => row.City),
            new("Tempat", "Venue", row => row.Venue),
            new("Kuota", "Quota", row => row.Quota),
            new("Terisi", "Seats taken", row => row.SeatsTaken),
            new("JP", "JP", row => row.Jp),
        ]
    );

    public Task<Result<SpreadsheetFile>> Handle(ExportTrainings request, CancellationToken cancellationToken) =>
        lists.FileAsync(
            new ListTrainings(request.Filter, request.Sort, WholeLists.Page),
            Sheet,
            request.Format,
            cancellationToken
        );
}
