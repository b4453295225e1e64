using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Auditing.Queries;

/// <summary>What ListAuditEntries finds as a file; taking it out is itself noted in the trail.</summary>
[Requires(Permission.AuditRead)]
public sealed record ExportAuditEntries(AuditFilter Filter, SpreadsheetFormat Format, bool English)
    : ICommand<SpreadsheetFile>;

internal sealed class ExportAuditEntriesHandler(
    IAuditTrail trail,
    IAuditLog audit,
    ICurrentUser user,
    IInstitution institution
) : IRequestHandler<ExportAuditEntries, Result<SpreadsheetFile>>
{
    private static readonly string[] Indonesian =
    [
        "Waktu",
        "Siapa",
        "Tindakan",
        "Perubahan",
        "Jenis objek",
        "Objek",
        "Nilai",
        "Alasan",
        "Alamat jaringan",
    ];

    private static readonly string[] EnglishColumns =
    [
        "When",
        "Who",
        "Action",
        "Change",
        "Kind of object",
        "Object",
        "Values",
        "Reason",
        "Network address",
    ];

    /// <summary>The same in every language: a program that reads the file goes by these.</summary>
    private static readonly string[] Codes = ["action", "change", "subject_type", "subject_id", "user_id", "details"];

    public async Task<Result<SpreadsheetFile>> Handle(ExportAuditEntries request, CancellationToken cancellationToken)
    {
        var found = (await trail.SearchAsync(request.Filter, PageRequest.From(1, 1), cancellationToken)).Total;
        if (WholeList.Check(found) is { } tooMany)
        {
            return tooMany;
        }
        var entries = await trail.ReadAsync(request.Filter, WholeList.Most, cancellationToken);
        audit.Record(
            nameof(ExportAuditEntries),
            "AuditTrail",
            user.UserId,
            user.DisplayName,
            new { rows = entries.Count }
        );
        var zone = (await institution.CurrentAsync(cancellationToken)).TimeZone;
        var words = request.English ? AuditWords.English : AuditWords.Indonesian;
        var details = new AuditDetails(words, zone, request.English);
        return new SpreadsheetFile(
            request.English ? "audit-trail" : "jejak-audit",
            request.Format,
            new(
                "Audit",
                [],
                [.. request.English ? EnglishColumns : Indonesian, .. Codes],
                entries.Select(entry => Cells(entry, words, details, zone.Zone()))
            )
        );
    }

    private static IReadOnlyList<object?> Cells(
        AuditRow entry,
        AuditWords words,
        AuditDetails details,
        TimeZoneInfo zone
    ) =>
        [
            TimeZoneInfo.ConvertTime(entry.At, zone),
            entry.UserName,
            words.Action(entry.Action),
            words.Value(char.ToUpperInvariant(entry.Change[0]) + entry.Change[1..]),
            words.Subject(entry.SubjectType),
            entry.SubjectName,
            details.Of(entry),
            entry.Reason,
            entry.RemoteAddress,
            entry.Action,
            entry.Change,
            entry.SubjectType,
            entry.SubjectId.ToString(),
            entry.UserId.ToString(),
            entry.Details?.GetRawText(),
        ];
}
