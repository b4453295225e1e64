using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Imports;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Organization.Queries;

/// <summary>What ListImports finds as a spreadsheet: which file, by whom, with what outcome.</summary>
[Requires(Permission.EmployeesImport, Permission.JpImport, Permission.AuditRead)]
public sealed record ExportImports(ImportKind? Kind, ImportState? State, SpreadsheetFormat Format, bool English)
    : IQuery<SpreadsheetFile>;

internal sealed class ExportImportsHandler(IMediator mediator, IInstitution institution)
    : IRequestHandler<ExportImports, Result<SpreadsheetFile>>
{
    private static readonly string[] Indonesian =
    [
        "Berkas",
        "Isi",
        "Status",
        "Per tanggal",
        "Baris",
        "Baru",
        "Berubah",
        "Keluar",
        "Tetap",
        "Salah",
        "Diragukan",
        "Dikirim oleh",
        "Dikirim",
        "Diterapkan oleh",
        "Diterapkan",
        "Galat",
    ];

    private static readonly string[] EnglishColumns =
    [
        "File",
        "Content",
        "State",
        "As of",
        "Rows",
        "New",
        "Changed",
        "Leaving",
        "Unchanged",
        "Wrong",
        "In doubt",
        "Sent by",
        "Sent",
        "Applied by",
        "Applied",
        "Error",
    ];

    public async Task<Result<SpreadsheetFile>> Handle(ExportImports request, CancellationToken cancellationToken)
    {
        var imports = await mediator.Send(
            new ListImports(request.Kind, request.State, WholeList.Page),
            cancellationToken
        );
        if (!imports.IsSuccess)
            return imports.Error;
        if (WholeList.Check(imports.Value.Total) is { } tooMany)
            return tooMany;
        var zone = (await institution.CurrentAsync(cancellationToken)).TimeZone.Zone();
        return new SpreadsheetFile(
            request.English ? "imports" : "impor",
            request.Format,
            new(
                request.English ? "Imports" : "Impor",
                [],
                request.English ? EnglishColumns : Indonesian,
                imports.Value.Items.Select(row => Cells(row, zone, request.English))
            )
        );
    }

    private static IReadOnlyList<object?> Cells(ImportView row, TimeZoneInfo zone, bool english) =>
        [
            row.FileName,
            SheetWords.Of(row.Kind, english),
            SheetWords.Of(row.State, english),
            row.AsOf,
            row.Counts.Total,
            row.Counts.New,
            row.Counts.Changed,
            row.Counts.Leaving,
            row.Counts.Unchanged,
            row.Counts.Wrong,
            row.Counts.Doubtful,
            row.RequestedByName,
            TimeZoneInfo.ConvertTime(row.RequestedAt, zone),
            row.AppliedByName,
            row.AppliedAt is { } at ? TimeZoneInfo.ConvertTime(at, zone) : null,
            english ? row.Error?.En : row.Error?.Id,
        ];
}
