using MediatR;
using Pionir.Application.Common;
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
public sealed record ExportAuditEntries(AuditFilter Filter, SpreadsheetFormat Format) : ICommand<SpreadsheetFile>;

internal sealed class ExportAuditEntriesHandler(
    IAuditTrail trail,
    IAuditLog audit,
    ICurrentUser user,
    IInstitution institution
) : IRequestHandler<ExportAuditEntries, Result<SpreadsheetFile>>
{
    public async Task<Result<SpreadsheetFile>> Handle(ExportAuditEntries request, CancellationToken cancellationToken)
    {
        var found = (await trail.SearchAsync(request.Filter, PageRequest.From(1, 1), cancellationToken)).Total;
        if (WholeLists.Check(found) is { } tooMany)
        {
            return tooMany;
        }
        var entries = await trail.ReadAsync(request.Filter, WholeLists.Most, cancellationToken);
        audit.Record(
            nameof(ExportAuditEntries),
            "AuditTrail",
            user.UserId,
            user.DisplayName,
            new { rows = entries.Count }
        );
        var zone = (await institution.CurrentAsync(cancellationToken)).TimeZone;
        return Sheet(zone).Of(entries, request.Format, new(zone.Zone()));
    }

    private static ListSheet<AuditRow> Sheet(InstitutionTimeZone zone)
    {
        var english = ReaderLanguage.IsEnglish;
        var words = english ? AuditWords.English : AuditWords.Indonesian;
        var details = new AuditDetails(words, zone, english);
        return new(
            new("jejak-audit", "audit-trail"),
            new("Audit", "Audit"),
            [
                new("Waktu", "When", entry => entry.At),
                new("Siapa", "Who", entry => entry.UserName),
                new("Tindakan", "Action", entry => words.Action(entry.Action)),
                new(
                    "Perubahan",
                    "Change",
                    entry => words.Value(char.ToUpperInvariant(entry.Change[0]) + entry.Change[1..])
                ),
                new("Jenis objek", "Kind of object", entry => words.Subject(entry.SubjectType)),
                new("Objek", "Object", entry => entry.SubjectName),
                new("Nilai", "Values", details.Of),
                new("Alasan", "Reason", entry => entry.Reason),
                new("Alamat jaringan", "Network address", entry => entry.RemoteAddress),
                // The same in every language: a program that reads the file goes by these.
                new("action", "action", entry => entry.Action),
                new("change", "change", entry => entry.Change),
                new("subject_type", "subject_type", entry => entry.SubjectType),
                new("subject_id", "subject_id", entry => entry.SubjectId.ToString()),
                new("user_id", "user_id", entry => entry.UserId.ToString()),
                new("details", "details", entry => entry.Details?.GetRawText()),
            ]
        );
    }
}
