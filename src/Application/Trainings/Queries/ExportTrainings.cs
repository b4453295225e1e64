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
public sealed record ExportTrainings(TrainingFilter Filter, string? Sort, SpreadsheetFormat Format, bool English)
    : IQuery<SpreadsheetFile>;

internal sealed class ExportTrainingsHandler(
    IDatabase database,
    ICurrentUser user,
    UnitFilter units,
    TrainingNamesReader namesReader
) : IRequestHandler<ExportTrainings, Result<SpreadsheetFile>>
{
    private static readonly string[] Indonesian =
    [
        "Kode kegiatan",
        "Nama pelatihan",
        "Angkatan",
        "Status",
        "Metode",
        "Klaster",
        "Jenis",
        "Pokja",
        "Unit kerja",
        "Mulai",
        "Selesai",
        "Kota",
        "Tempat",
        "Kuota",
        "Terisi",
        "JP",
    ];

    private static readonly string[] EnglishColumns =
    [
        "Activity code",
        "Title",
        "Batch",
        "State",
        "Scheme",
        "Cluster",
        "Form",
        "Working group",
        "Unit",
        "Start",
        "End",
        "City",
        "Venue",
        "Quota",
        "Seats taken",
        "JP",
    ];

    public async Task<Result<SpreadsheetFile>> Handle(ExportTrainings request, CancellationToken cancellationToken)
    {
        var widened = await units.WidenAsync(request.Filter.UnitId, cancellationToken);
        var lines = await database
            .Set<Training>()
            .AsNoTracking()
            .VisibleTo(user)
            .Narrow(request.Filter, widened)
            .SortedBy(request.Sort)
            .Take(WholeList.Most + 1)
            .Select(TrainingLine.Projection)
            .ToListAsync(cancellationToken);
        if (WholeList.Check(lines.Count) is { } tooMany)
            return tooMany;
        var names = await namesReader.ReadAsync(cancellationToken);
        var sheet = new SheetContent(
            request.English ? "Trainings" : "Pelatihan",
            [],
            request.English ? EnglishColumns : Indonesian,
            lines.Select(line => Cells(line.ToRow(names), request.English))
        );
        return new SpreadsheetFile(request.English ? "trainings" : "pelatihan", request.Format, sheet);
    }

    private static IReadOnlyList<object?> Cells(TrainingRow row, bool english) =>
        [
            row.ActivityCode,
            row.Title,
            row.Batch,
            SheetWords.Of(row.State, english),
            SheetWords.Of(row.Scheme, english),
            row.Cluster.ToString(),
            Text(row.FormName, english),
            Text(row.WorkingGroupName, english),
            row.UnitName,
            row.Start,
            row.End,
            row.City,
            row.Venue,
            row.Quota,
            row.SeatsTaken,
            row.Jp,
        ];

    private static string? Text(LocalText? text, bool english) => english ? text?.En : text?.Id;
}
