using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;

namespace Pionir.Application.Identity.Commands;

/// <summary>Makes an account and mails its owner a link to set the password.</summary>
/// <param name="Email">Where the invitation goes, and the name to sign in with. An employee's is the one in HR's record, when there is one.</param>
/// <param name="Name">May be empty when an employee is named: then as HR writes it.</param>
/// <param name="EmployeeId">Empty for people outside HR's record.</param>
/// <param name="Roles">Roles from the start; more can follow.</param>
[Requires(Permission.UsersManage)]
public sealed record InviteUser(string Email, string? Name, Guid? EmployeeId, IReadOnlyList<RoleGrant>? Roles)
    : ICommand<UserInvited>;

/// <param name="UnitId">The unit the role holds in, with everything below; which roles take one is in ListRoles.</param>
public sealed record RoleGrant(Role Role, Guid? UnitId);

public sealed record UserInvited(Guid Id);

internal sealed class InviteUserValidator : AbstractValidator<InviteUser>
{
    private const int RolesMaximum = 50;

    public InviteUserValidator()
    {
        RuleFor(request => request.Email).NotEmpty().MaximumLength(Account.EmailMaximum).EmailAddress();
        RuleFor(request => request.Name).MaximumLength(Account.NameMaximum);
        RuleFor(request => request.Name).NotEmpty().When(request => request.EmployeeId is null);
        RuleFor(request => request.Roles).Must(roles => roles is null || roles.Count <= RolesMaximum);
        RuleForEach(request => request.Roles).NotNull().ChildRules(grant => grant.RuleFor(row => row.Role).IsInEnum());
    }
}

internal sealed class InviteUserHandler(
    IDatabase database,
    ICurrentUser user,
    IEmployeeDirectory employees,
    IUnitTree units,
    InvitationAddresses addresses,
    AccountLinks links,
    AccountMails mails,
    TimeProvider time
) : IRequestHandler<InviteUser, Result<UserInvited>>
{
    public async Task<Result<UserInvited>> Handle(InviteUser request, CancellationToken cancellationToken)
    {
        var name = request.Name;
        EmployeeId? employee = request.EmployeeId is { } id ? EmployeeId.From(id) : null;
        if (employee is { } known)
        {
            var cards = await employees.FindAsync([known], cancellationToken);
            if (!cards.TryGetValue(known, out var card) || !card.Active)
            {
                return AccountErrors.UnknownEmployee;
            }
            name = string.IsNullOrWhiteSpace(name) ? card.Name : name;
        }
        var account = Account.Invite(request.Email, name!, employee, time.GetUtcNow());
        var reached = await addresses.CheckAsync(account, cancellationToken);
        if (!reached.IsSuccess)
        {
            return reached.Error;
        }
        var tree = await units.ReadAsync(cancellationToken);
        foreach (var grant in request.Roles ?? [])
        {
            var given = account.AssignRole(grant, tree, AccountId.From(user.UserId), time.GetUtcNow());
            if (!given.IsSuccess)
            {
                return given.Error;
            }
        }
        database.Set<Account>().Add(account);
        var (link, token) = await links.InviteAsync(account, cancellationToken);
        await mails.InviteAsync(account, link, token, cancellationToken);
        return new UserInvited(account.Id.Value);
    }
}
