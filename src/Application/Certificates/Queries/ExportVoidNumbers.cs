using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>What ListVoidNumbers finds as a spreadsheet: the register for whoever audits the numbers.</summary>
[Requires(Permission.CertificatesRead, Permission.CertificatesIssue, Permission.CertificateTemplatesManage)]
public sealed record ExportVoidNumbers(int? Year, SpreadsheetFormat Format) : IQuery<SpreadsheetFile>;

internal sealed class ExportVoidNumbersHandler(WholeLists lists)
    : IRequestHandler<ExportVoidNumbers, Result<SpreadsheetFile>>
{
    private static readonly ListSheet<VoidNumberLine> Sheet = new(
        new("nomor-batal", "void-numbers"),
        new("Nomor batal", "Void numbers"),
        [
            new("Nomor", "Number", row => row.Number),
            new("Tahun", "Year", row => row.Year),
            new("Sebab", "Cause", row => row.Cause),
            new("Alasan", "Reason", row => row.Reason),
            new("Berakhir", "Ended", row => row.At),
        ]
    );

    public Task<Result<SpreadsheetFile>> Handle(ExportVoidNumbers request, CancellationToken cancellationToken) =>
        lists.FileAsync(new ListVoidNumbers(request.Year, WholeLists.Page), Sheet, request.Format, cancellationToken);
}
