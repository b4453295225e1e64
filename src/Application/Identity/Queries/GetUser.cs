using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Queries;

/// <summary>One account with every role it holds at this moment and where each comes from.</summary>
[Requires(Permission.UsersManage, Permission.AuditRead)]
public sealed record GetUser(Guid Id) : IQuery<UserView>;

/// <param name="Assigned">Given by an administrator.</param>
/// <param name="Held">Given, derived from HR data or delegated; empty when the account is closed or its owner left.</param>
/// <param name="IsSelf">The account of who asks: nobody changes their own roles.</param>
/// <param name="Version">Of the account; also the ETag.</param>
public sealed record UserView(
    Guid Id,
    string Name,
    string Email,
    Guid? EmployeeId,
    AccountStatus Status,
    string? DisabledReason,
    IReadOnlyList<AssignedRoleView> Assigned,
    IReadOnlyList<HeldRoleView> Held,
    bool TwoFactorEnabled,
    DateTimeOffset? LockedUntil,
    DateTimeOffset? LastSignedInAt,
    DateTimeOffset CreatedAt,
    bool IsSelf,
    bool CanChangeRoles,
    bool CanDisable,
    bool CanEnable,
    bool CanResendInvitation,
    bool CanChangeEmail,
    bool CanResetTwoFactor,
    bool CanUnlock,
    uint Version
);

internal sealed class GetUserHandler(
    IDatabase database,
    ICurrentUser user,
    IAccessDirectory access,
    IUnitTree units,
    TimeProvider time
) : IRequestHandler<GetUser, Result<UserView>>
{
    public async Task<Result<UserView>> Handle(GetUser request, CancellationToken cancellationToken)
    {
        var id = AccountId.From(request.Id);
        var account = await database
            .Set<Account>()
            .AsNoTracking()
            .SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (account is null)
        {
            return AccountErrors.NotFound;
        }
        var proof = await database
            .Set<Credential>()
            .AsNoTracking()
            .Where(kept => kept.Id == id)
            .Select(kept => new
            {
                kept.TotpConfirmedAt,
                kept.LockedUntil,
                kept.LastSignedInAt,
            })
            .SingleOrDefaultAsync(cancellationToken);
        var rights = await access.RightsAsync(id, cancellationToken);
        var tree = await units.ReadAsync(cancellationToken);
        var lockedUntil = proof?.LockedUntil > time.GetUtcNow() ? proof.LockedUntil : null;
        var keeps = user.Has(Permission.UsersManage);
        var other = keeps && user.UserId != request.Id;
        return new UserView(
            request.Id,
            account.Name,
            account.Email,
            account.EmployeeId?.Value,
            account.Status,
            account.DisabledReason,
            [.. account.Roles.Select(given => given.ToView(tree))],
            [.. (rights?.Roles ?? []).Select(held => held.ToView(tree))],
            proof?.TotpConfirmedAt is not null,
            lockedUntil,
            proof?.LastSignedInAt,
            account.CreatedAt,
            IsSelf: user.UserId == request.Id,
            CanChangeRoles: other,
            CanDisable: other && account.Status != AccountStatus.Disabled,
            CanEnable: keeps && account.Status == AccountStatus.Disabled,
            CanResendInvitation: keeps && account.Status == AccountStatus.Invited,
            CanChangeEmail: keeps && account.Status == AccountStatus.Invited,
            CanResetTwoFactor: other && proof?.TotpConfirmedAt is not null,
            CanUnlock: other && lockedUntil is not null,
            account.Version
        );
    }
}
