using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>What ListNumberRanges finds as a spreadsheet: the account of a series for whoever audits it.</summary>
[Requires(Permission.CertificatesRead, Permission.CertificatesIssue, Permission.CertificateTemplatesManage)]
public sealed record ExportNumberRanges(Guid SeriesId, NumberFate? Fate, SpreadsheetFormat Format)
    : IQuery<SpreadsheetFile>;

internal sealed class ExportNumberRangesHandler(WholeLists lists)
    : IRequestHandler<ExportNumberRanges, Result<SpreadsheetFile>>
{
    private static readonly ListSheet<NumberRangeLine> Sheet = new(
        new("penggunaan-nomor", "use-of-numbers"),
        new("Penggunaan nomor", "Use of numbers"),
        [
            new("Urutan pertama", "First in the count", row => row.First),
            new("Urutan terakhir", "Last in the count", row => row.Last),
            new("Nomor pertama", "First number", row => row.FirstNumber),
            new("Nomor terakhir", "Last number", row => row.LastNumber),
            new("Jumlah", "Count", row => row.Count),
            new("Penggunaan", "Use", row => row.Fate),
            new("Tanggal", "Date", row => row.Day),
        ]
    );

    public Task<Result<SpreadsheetFile>> Handle(ExportNumberRanges request, CancellationToken cancellationToken) =>
        lists.FileAsync(
            new ListNumberRanges(request.SeriesId, request.Fate, WholeLists.Page),
            Sheet,
            request.Format,
            cancellationToken
        );
}
