using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Organization.Imports;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Imports;

namespace Pionir.Application.Organization.Queries;

/// <summary>The columns of an import with two rows that show how they are filled.</summary>
[Requires(Permission.EmployeesImport)]
public sealed record DownloadImportSample(ImportKind Kind, SpreadsheetFormat Format) : IQuery<SpreadsheetFile>;

internal sealed class DownloadImportSampleHandler : IRequestHandler<DownloadImportSample, Result<SpreadsheetFile>>
{
    private static readonly string[][] Units =
    [
        ["SETJEN", "Sekretariat Jenderal", "", "echelon1"],
        ["ROUM", "Biro Umum", "SETJEN", "echelon2"],
    ];

    private static readonly string[][] Employees =
    [
        [
            "NIP",
            "198506052013092003",
            "Yuli Contoh, S.Sos.",
            "P",
            "1985-06-05",
            "PNS",
            "IV/c",
            "Kepala Biro Umum",
            "JPT",
            "Pratama",
            "ROUM",
            "",
            "yuli@contoh.go.id",
            "081234567890",
            "2013-09-12",
            "",
        ],
        [
            "NRP",
            "12345678",
            "Adi Contoh",
            "L",
            "1990-01-31",
            "TNI",
            "",
            "Pengadministrasi Perkantoran",
            "Administrasi",
            "Pelaksana",
            "ROUM",
            "198506052013092003",
            "",
            "",
            "2015-01-02",
            "",
        ],
    ];

    public Task<Result<SpreadsheetFile>> Handle(DownloadImportSample request, CancellationToken cancellationToken)
    {
        var isUnits = request.Kind == ImportKind.Units;
        var rows = (isUnits ? Units : Employees).Select(row => (IReadOnlyList<object?>)row);
        var name = isUnits ? "units" : "employees";
        Result<SpreadsheetFile> file = new SpreadsheetFile(
            name,
            request.Format,
            new SheetContent(name, [], ImportColumns.Of(request.Kind), rows)
        );
        return Task.FromResult(file);
    }
}
