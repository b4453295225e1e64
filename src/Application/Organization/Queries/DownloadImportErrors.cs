using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Organization.Imports;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Imports;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Organization.Queries;

/// <summary>
/// The wrong and doubtful rows in the columns they came in, and beside them what is wrong. Mended, the same file can be sent again:
/// the columns added here are passed over.
/// </summary>
[Requires(Permission.EmployeesImport, Permission.JpImport, Permission.AuditRead)]
public sealed record DownloadImportErrors(Guid Id, SpreadsheetFormat Format) : IQuery<SpreadsheetFile>;

internal sealed class DownloadImportErrorsHandler(
    IDatabase database,
    ICurrentUser user,
    IImportRows rows,
    IErrorTexts texts
) : IRequestHandler<DownloadImportErrors, Result<SpreadsheetFile>>
{
    private static readonly string[] Added = ["errors", "explanation"];

    public async Task<Result<SpreadsheetFile>> Handle(DownloadImportErrors request, CancellationToken cancellationToken)
    {
        var id = new ImportId(request.Id);
        var import = await database
            .Set<Import>()
            .AsNoTracking()
            .SingleOrDefaultAsync(import => import.Id == id, cancellationToken);
        if (import is null || !user.MaySee(import.Kind))
        {
            return ImportErrors.NotFound();
        }
        if (import.RowsClearedAt is { } cleared)
        {
            return ImportErrors.RowsCleared(cleared);
        }
        if (import.Counts.LeftOut == 0 || import.State == ImportState.Discarded)
        {
            return ImportErrors.NoErrors();
        }
        var language = ReaderLanguage.IsEnglish ? InstitutionLanguage.English : InstitutionLanguage.Indonesian;
        // An error file that was sent in again has these columns already; they are written anew.
        var kept = Enumerable.Range(0, import.Columns.Length).Where(at => !Added.Contains(import.Columns[at])).ToList();
        var sheet = new SheetContent(
            "Errors",
            [],
            [.. kept.Select(at => import.Columns[at]), .. Added],
            rows.LeftOut(id)
                .Select(row =>
                    (IReadOnlyList<object?>)
                        [
                            .. kept.Select(at => row.Cells[at]),
                            string.Join(' ', row.Errors),
                            string.Join(" ", row.Errors.Select(code => texts.Of(code).In(language))),
                        ]
                )
        );
        return new SpreadsheetFile(
            $"{Path.GetFileNameWithoutExtension(import.FileName)}-errors",
            request.Format,
            sheet
        );
    }
}
