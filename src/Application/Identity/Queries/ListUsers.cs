using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;

namespace Pionir.Application.Identity.Queries;

/// <summary>Accounts by name or address, role, unit and status.</summary>
[Requires(Permission.UsersManage, Permission.AuditRead)]
public sealed record ListUsers(
    string? Q,
    Role? Role,
    Guid? UnitId,
    AccountStatus? Status,
    string? Sort,
    PageRequest Page
) : IQuery<Page<UserRow>>;

/// <param name="Roles">Roles given by an administrator; what follows from HR data is in GetUser.</param>
/// <param name="LastSignedInAt">Empty when never.</param>
public sealed record UserRow(
    Guid Id,
    string Name,
    string Email,
    Guid? EmployeeId,
    AccountStatus Status,
    IReadOnlyList<AssignedRoleView> Roles,
    bool TwoFactorEnabled,
    bool Locked,
    DateTimeOffset? LastSignedInAt,
    DateTimeOffset CreatedAt
);

/// <param name="Id">Names the assignment when it is taken away.</param>
/// <param name="UnitId">Empty when the role holds everywhere.</param>
public sealed record AssignedRoleView(Guid Id, Role Role, Guid? UnitId, string? UnitName, DateTimeOffset AssignedAt);

internal sealed class ListUsersHandler(IDatabase database, IUnitTree units, TimeProvider time)
    : IRequestHandler<ListUsers, Result<Page<UserRow>>>
{
    public async Task<Result<Page<UserRow>>> Handle(ListUsers request, CancellationToken cancellationToken)
    {
        var accounts = Filter(database.Set<Account>().AsNoTracking(), request);
        var total = await accounts.CountAsync(cancellationToken);
        var tree = await units.ReadAsync(cancellationToken);
        var now = time.GetUtcNow();
        var rows = await Sort(accounts, request.Sort)
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .Select(account => new
            {
                Account = account,
                Proof = database
                    .Set<Credential>()
                    .Where(proof => proof.Id == account.Id)
                    .Select(proof => new
                    {
                        proof.TotpConfirmedAt,
                        proof.LockedUntil,
                        proof.LastSignedInAt,
                    })
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return new Page<UserRow>(
            [
                .. rows.Select(row => new UserRow(
                    row.Account.Id.Value,
                    row.Account.Name,
                    row.Account.Email,
                    row.Account.EmployeeId?.Value,
                    row.Account.Status,
                    [.. row.Account.Roles.Select(given => given.ToView(tree))],
                    row.Proof?.TotpConfirmedAt is not null,
                    row.Proof?.LockedUntil > now,
                    row.Proof?.LastSignedInAt,
                    row.Account.CreatedAt
                )),
            ],
            total,
            request.Page.Number,
            request.Page.Size
        );
    }

    private static IQueryable<Account> Filter(IQueryable<Account> accounts, ListUsers request)
    {
        if (!string.IsNullOrWhiteSpace(request.Q))
        {
            var part = request.Q.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Becomes lower() in SQL, where the index is.
            accounts = accounts.Where(account => (account.Name + " " + account.Email).ToLower().Contains(part));
#pragma warning restore CA1304, CA1311, CA1862
        }
        if (request.Role is { } role)
        {
            accounts = accounts.Where(account => account.Roles.Any(given => given.Role == role));
        }
        if (request.UnitId is { } id)
        {
            UnitId? unit = UnitId.From(id);
            accounts = accounts.Where(account => account.Roles.Any(given => given.UnitId == unit));
        }
        return request.Status is { } status ? accounts.Where(account => account.Status == status) : accounts;
    }

    private static IOrderedQueryable<Account> Sort(IQueryable<Account> accounts, string? sort) =>
        sort switch
        {
            "email" => accounts.OrderBy(account => account.Email),
            "-name" => accounts.OrderByDescending(account => account.Name).ThenBy(account => account.Id),
            "-createdAt" => accounts.OrderByDescending(account => account.CreatedAt).ThenBy(account => account.Id),
            _ => accounts.OrderBy(account => account.Name).ThenBy(account => account.Id),
        };
}

internal static class AssignedRoles
{
    public static AssignedRoleView ToView(this RoleAssignment given, UnitTree tree) =>
        new(
            given.Id.Value,
            given.Role,
            given.UnitId?.Value,
            given.UnitId is { } unit ? tree.Find(unit)?.Name : null,
            given.AssignedAt
        );
}
