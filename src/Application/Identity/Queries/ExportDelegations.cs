using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Identity.Queries;

/// <summary>What ListDelegations finds as a spreadsheet; taking it out is noted in the trail.</summary>
[Requires(Permission.DelegationManage, Permission.AuditRead)]
public sealed record ExportDelegations(SpreadsheetFormat Format, bool English) : ICommand<SpreadsheetFile>;

internal sealed class ExportDelegationsHandler(IMediator mediator, IInstitution institution, IAuditLog audit)
    : IRequestHandler<ExportDelegations, Result<SpreadsheetFile>>
{
    private static readonly string[] Indonesian =
    [
        "Pelaksana",
        "Jenis",
        "Mulai",
        "Sampai dengan",
        "Nomor surat perintah",
        "Status",
        "Dicatat oleh",
        "Dicatat",
        "Diakhiri",
        "Alasan diakhiri",
    ];

    private static readonly string[] EnglishColumns =
    [
        "Acting head",
        "Kind",
        "From",
        "Until and including",
        "Number of the order",
        "State",
        "Recorded by",
        "Recorded",
        "Ended",
        "Why it was ended",
    ];

    public async Task<Result<SpreadsheetFile>> Handle(ExportDelegations request, CancellationToken cancellationToken)
    {
        var delegations = await mediator.Send(new ListDelegations(WholeList.Page), cancellationToken);
        if (!delegations.IsSuccess)
            return delegations.Error;
        if (WholeList.Check(delegations.Value.Total) is { } tooMany)
            return tooMany;
        audit.Record(nameof(ExportDelegations), nameof(Delegation), Guid.Empty, "");
        var zone = (await institution.CurrentAsync(cancellationToken)).TimeZone.Zone();
        return new SpreadsheetFile(
            request.English ? "acting-heads" : "pelaksana-tugas",
            request.Format,
            new(
                request.English ? "Acting heads" : "Plt-Plh",
                [],
                request.English ? EnglishColumns : Indonesian,
                delegations.Value.Items.Select(row => Cells(row, zone, request.English))
            )
        );
    }

    private static IReadOnlyList<object?> Cells(DelegationRow row, TimeZoneInfo zone, bool english) =>
        [
            row.DelegateName,
            SheetWords.Of(row.Kind, english),
            row.StartsOn,
            row.EndsOn,
            row.LetterNumber,
            SheetWords.Of(row.State, english),
            row.CreatedByName,
            TimeZoneInfo.ConvertTime(row.CreatedAt, zone),
            row.EndedAt is { } at ? TimeZoneInfo.ConvertTime(at, zone) : null,
            row.EndReason,
        ];
}
