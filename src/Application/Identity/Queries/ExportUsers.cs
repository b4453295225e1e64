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

/// <summary>What ListUsers finds as a spreadsheet. Data about many people leave the system, so it is audited.</summary>
[Requires(Permission.UsersManage, Permission.AuditRead)]
public sealed record ExportUsers(
    string? Q,
    Role? Role,
    Guid? UnitId,
    AccountStatus? Status,
    string? Sort,
    SpreadsheetFormat Format,
    bool English
) : ICommand<SpreadsheetFile>;

internal sealed class ExportUsersHandler(IMediator mediator, IInstitution institution, IAuditLog audit)
    : IRequestHandler<ExportUsers, Result<SpreadsheetFile>>
{
    private static readonly string[] Indonesian =
    [
        "Nama",
        "Surel",
        "Peran",
        "Status",
        "Terkunci",
        "Verifikasi dua langkah",
        "Terakhir masuk",
        "Dibuat",
    ];

    private static readonly string[] EnglishColumns =
    [
        "Name",
        "E-mail",
        "Roles",
        "State",
        "Locked",
        "Two-step sign-in",
        "Last signed in",
        "Created",
    ];

    public async Task<Result<SpreadsheetFile>> Handle(ExportUsers request, CancellationToken cancellationToken)
    {
        var asked = new ListUsers(
            request.Q,
            request.Role,
            request.UnitId,
            request.Status,
            request.Sort,
            WholeList.Page
        );
        var users = await mediator.Send(asked, cancellationToken);
        if (!users.IsSuccess)
            return users.Error;
        if (WholeList.Check(users.Value.Total) is { } tooMany)
            return tooMany;
        audit.Record(
            nameof(ExportUsers),
            nameof(Account),
            Guid.Empty,
            "",
            new
            {
                asked.Q,
                asked.Role,
                asked.UnitId,
                asked.Status,
            }
        );
        var zone = (await institution.CurrentAsync(cancellationToken)).TimeZone.Zone();
        return new SpreadsheetFile(
            request.English ? "users" : "pengguna",
            request.Format,
            new(
                request.English ? "Users" : "Pengguna",
                [],
                request.English ? EnglishColumns : Indonesian,
                users.Value.Items.Select(row => Cells(row, zone, request.English))
            )
        );
    }

    private static IReadOnlyList<object?> Cells(UserRow row, TimeZoneInfo zone, bool english) =>
        [
            row.Name,
            row.Email,
            string.Join("; ", row.Roles.Select(given => RoleWords(given, english))),
            SheetWords.Of(row.Status, english),
            SheetWords.Of(row.Locked, english),
            SheetWords.Of(row.TwoFactorEnabled, english),
            row.LastSignedInAt is { } at ? TimeZoneInfo.ConvertTime(at, zone) : null,
            TimeZoneInfo.ConvertTime(row.CreatedAt, zone),
        ];

    private static string RoleWords(AssignedRoleView given, bool english) =>
        given.UnitName is { } unit
            ? $"{SheetWords.Of(given.Role, english)} – {unit}"
            : SheetWords.Of(given.Role, english);
}
