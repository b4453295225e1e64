using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Auditing.Queries;

/// <summary>What ListAuditEntries finds as a file; taking it out is itself noted in the trail.</summary>
[Requires(Permission.AuditRead)]
public sealed record ExportAuditEntries(AuditFilter Filter, SpreadsheetFormat Format) : ICommand<AuditFile>;

public sealed record AuditFile(SpreadsheetFormat Format, SheetContent Content);

internal sealed class ExportAuditEntriesHandler(IAuditTrail trail, IAuditLog audit, ICurrentUser user)
    : IRequestHandler<ExportAuditEntries, Result<AuditFile>>
{
    /// <summary>More than this no spreadsheet program opens gladly; a file that is silently cut off would mislead its reader.</summary>
    private const int Most = 100_000;

    private static readonly string[] Columns =
    [
        "At (UTC)",
        "Who",
        "Action",
        "Change",
        "Object type",
        "Object",
        "Object id",
        "Details",
        "Reason",
        "From",
    ];

    public async Task<Result<AuditFile>> Handle(ExportAuditEntries request, CancellationToken cancellationToken)
    {
        var found = (await trail.SearchAsync(request.Filter, PageRequest.From(1, 1), cancellationToken)).Total;
        if (found > Most)
        {
            return AuditErrors.TooManyForAFile(found, Most);
        }
        var rows = new List<IReadOnlyList<object?>>();
        await foreach (var row in trail.ReadAsync(request.Filter, Most, cancellationToken))
        {
            rows.Add([
                row.At,
                row.UserName,
                row.Action,
                row.Change,
                row.SubjectType,
                row.SubjectName,
                row.SubjectId.ToString(),
                row.Details?.GetRawText(),
                row.Reason,
                row.RemoteAddress,
            ]);
        }
        audit.Record(
            nameof(ExportAuditEntries),
            "AuditTrail",
            user.UserId,
            user.DisplayName,
            new { rows = rows.Count }
        );
        return new AuditFile(request.Format, new SheetContent("Audit", [], Columns, rows));
    }
}
