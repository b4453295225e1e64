using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

[Requires(Permission.TrainingsRead)]
public sealed record ExportTrainings(TrainingFilter Filter, string? Sort, SpreadsheetFormat Format)
    : IQuery<SpreadsheetFile>;

internal sealed class ExportTrainingsHandler(
    IDatabase database,
    ICurrentUser user,
    UnitFilter units,
    TrainingNamesReader namesReader
) : IRequestHandler<ExportTrainings, Result<SpreadsheetFile>>
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

    public async Task<Result<SpreadsheetFile>> Handle(ExportTrainings request, CancellationToken cancellationToken)
    {
        var widened = await units.WidenAsync(request.Filter.UnitId, cancellationToken);
        var lines = await database
            .Set<Training>()
            .AsNoTracking()
            .VisibleTo(user)
            .Narrow(request.Filter, widened)
            .SortedBy(request.Sort)
            .Take(WholeLists.Most + 1)
            .Select(TrainingLine.Projection)
            .ToListAsync(cancellationToken);
        if (WholeLists.Check(lines.Count) is { } tooMany)
            return tooMany;
        var names = await namesReader.ReadAsync(cancellationToken);
        return Sheet.Of(lines.Select(line => line.ToRow(names)), request.Format, new());
    }
}
