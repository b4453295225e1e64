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
[Requires(Permission.EmployeesImport, Permission.JpImport)]
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

    private static readonly string[][] Openings =
    [
        [
            "198506052013092003",
            "2024",
            "24",
            "Pelatihan Analisis Kebijakan",
            "SK-114/PPK/2024",
            "diklat-teknis",
            "2024-08-16",
        ],
        ["12345678", "2025", "12", "Saldo JP tahun 2025", "Rekap SDM 2025", "", ""],
    ];

    public Task<Result<SpreadsheetFile>> Handle(DownloadImportSample request, CancellationToken cancellationToken)
    {
        var (name, columns, rows) = request.Kind switch
        {
            ImportKind.Units => ("units", ImportColumns.Units, Units),
            ImportKind.Employees => ("employees", ImportColumns.Employees, Employees),
            _ => ("opening-balances", [.. ImportColumns.OpeningBalances, "form", "occurred_on"], Openings),
        };
        Result<SpreadsheetFile> file = new SpreadsheetFile(
            name,
            request.Format,
            new SheetContent(name, [], columns, rows.Select(row => (IReadOnlyList<object?>)row))
        );
        return Task.FromResult(file);
    }
}
