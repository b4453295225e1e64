using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Queries;

/// <summary>What ListDelegations finds as a spreadsheet; taking it out is noted in the trail.</summary>
[Requires(Permission.DelegationManage, Permission.AuditRead)]
public sealed record ExportDelegations(SpreadsheetFormat Format) : ICommand<SpreadsheetFile>;

internal sealed class ExportDelegationsHandler(WholeLists lists, IAuditLog audit)
    : IRequestHandler<ExportDelegations, Result<SpreadsheetFile>>
{
    private static readonly ListSheet<DelegationRow> Sheet = new(
        new("pelaksana-tugas", "acting-heads"),
        new("Plt-Plh", "Acting heads"),
        [
            new("Pelaksana", "Acting head", row => row.DelegateName),
            new("Jenis", "Kind", row => row.Kind),
            new("Mulai", "From", row => row.StartsOn),
            new("Sampai dengan", "Until and including", row => row.EndsOn),
            new("Nomor surat perintah", "Number of the order", row => row.LetterNumber),
            new("Status", "State", row => row.State),
            new("Dicatat oleh", "Recorded by", row => row.CreatedByName),
            new("Dicatat", "Recorded", row => row.CreatedAt),
            new("Diakhiri", "Ended", row => row.EndedAt),
            new("Alasan diakhiri", "Why it was ended", row => row.EndReason),
        ]
    );

    public async Task<Result<SpreadsheetFile>> Handle(ExportDelegations request, CancellationToken cancellationToken)
    {
        var asked = new ListDelegations(WholeLists.Page);
        var file = await lists.FileAsync(asked, Sheet, request.Format, cancellationToken);
        if (file.IsSuccess)
            audit.Record(nameof(ExportDelegations), nameof(Delegation), Guid.Empty, "");
        return file;
    }
}
