using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Imports;

namespace Pionir.Application.Organization.Queries;

/// <summary>What ListImports finds as a spreadsheet: which file, by whom, with what outcome.</summary>
[Requires(Permission.EmployeesImport, Permission.JpImport, Permission.AuditRead)]
public sealed record ExportImports(ImportKind? Kind, ImportState? State, SpreadsheetFormat Format)
    : IQuery<SpreadsheetFile>;

internal sealed class ExportImportsHandler(WholeLists lists) : IRequestHandler<ExportImports, Result<SpreadsheetFile>>
{
    private static readonly ListSheet<ImportView> Sheet = new(
        new("impor", "imports"),
        new("Impor", "Imports"),
        [
            new("Berkas", "File", row => row.FileName),
            new("Isi", "Content", row => row.Kind),
            new("Status", "State", row => row.Standing),
            new("Per tanggal", "As of", row => row.AsOf),
            new("Baris", "Rows", row => row.Counts.Total),
            new("Baru", "New", row => row.Counts.New),
            new("Berubah", "Changed", row => row.Counts.Changed),
            new("Keluar", "Leaving", row => row.Counts.Leaving),
            new("Tetap", "Unchanged", row => row.Counts.Unchanged),
            new("Salah", "Wrong", row => row.Counts.Wrong),
            new("Diragukan", "In doubt", row => row.Counts.Doubtful),
            new("Dikirim oleh", "Sent by", row => row.RequestedByName),
            new("Dikirim", "Sent", row => row.RequestedAt),
            new("Diterapkan oleh", "Applied by", row => row.AppliedByName),
            new("Diterapkan", "Applied", row => row.AppliedAt),
            new("Galat", "Error", row => row.Error),
        ]
    );

    public Task<Result<SpreadsheetFile>> Handle(ExportImports request, CancellationToken cancellationToken) =>
        lists.FileAsync(
            new ListImports(request.Kind, request.State, WholeLists.Page),
            Sheet,
            request.Format,
            cancellationToken
        );
}
