using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Queries;

/// <summary>What ListUsers finds as a spreadsheet. Data about many people leave the system, so it is audited.</summary>
[Requires(Permission.UsersManage, Permission.AuditRead)]
public sealed record ExportUsers(
    string? Q,
    Role? Role,
    Guid? UnitId,
    AccountStatus? Status,
    string? Sort,
    SpreadsheetFormat Format
) : ICommand<SpreadsheetFile>;

internal sealed class ExportUsersHandler(WholeLists lists, IAuditLog audit)
    : IRequestHandler<ExportUsers, Result<SpreadsheetFile>>
{
    private static readonly ListSheet<UserRow> Sheet = new(
        new("pengguna", "users"),
        new("Pengguna", "Users"),
        [
            new("Nama", "Name", row => row.Name),
            new("Surel", "E-mail", row => row.Email),
            new("Peran", "Roles", Roles),
            new("Status", "State", row => row.Status),
            new("Terkunci", "Locked", row => row.Locked),
            new("Verifikasi dua langkah", "Two-step sign-in", row => row.TwoFactorEnabled),
            new("Terakhir masuk", "Last signed in", row => row.LastSignedInAt),
            new("Dibuat", "Created", row => row.CreatedAt),
        ]
    );

    public async Task<Result<SpreadsheetFile>> Handle(ExportUsers request, CancellationToken cancellationToken)
    {
        var asked = new ListUsers(
            request.Q,
            request.Role,
            request.UnitId,
            request.Status,
            request.Sort,
            WholeLists.Page
        );
        var file = await lists.FileAsync(asked, Sheet, request.Format, cancellationToken);
        if (file.IsSuccess)
        {
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
        }
        return file;
    }

    private static string Roles(UserRow row, SheetWords words) =>
        string.Join(
            "; ",
            row.Roles.Select(given =>
                given.UnitName is { } unit ? $"{words.Of(given.Role)} – {unit}" : words.Of(given.Role)
            )
        );
}
