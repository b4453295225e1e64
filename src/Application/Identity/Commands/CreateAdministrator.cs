using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>
/// The first administrator of an installation, from its command line: nobody is there yet to invite them, and mail may
/// not be set up, so the link is answered instead of mailed. Again for the same address it makes a new link.
/// </summary>
[Requires(Permission.UsersManage)]
public sealed record CreateAdministrator(string Email, string Name) : ICommand<AdministratorInvited>;

public sealed record AdministratorInvited(Guid Id, string InvitationAddress);

internal sealed class CreateAdministratorValidator : AbstractValidator<CreateAdministrator>
{
    public CreateAdministratorValidator()
    {
        RuleFor(request => request.Email).NotEmpty().MaximumLength(Account.EmailMaximum).EmailAddress();
        RuleFor(request => request.Name).NotEmpty().MaximumLength(Account.NameMaximum);
    }
}

internal sealed class CreateAdministratorHandler(
    IDatabase database,
    AccountLinks links,
    AccountMails mails,
    TimeProvider time
) : IRequestHandler<CreateAdministrator, Result<AdministratorInvited>>
{
    public async Task<Result<AdministratorInvited>> Handle(
        CreateAdministrator request,
        CancellationToken cancellationToken
    )
    {
        var email = Account.NormaliseEmail(request.Email);
        var account = await database
            .Set<Account>()
            .SingleOrDefaultAsync(known => known.Email == email, cancellationToken);
        if (account is null)
        {
            account = Account.Invite(email, request.Name, employee: null, time.GetUtcNow());
            account.AssignRole(Role.Admin, unit: null, by: null, time.GetUtcNow());
            database.Set<Account>().Add(account);
        }
        else if (account.Status != AccountStatus.Invited || account.Roles.All(given => given.Role != Role.Admin))
        {
            return AccountErrors.EmailTaken;
        }
        var (_, token) = await links.InviteAsync(account, cancellationToken);
        return new AdministratorInvited(account.Id.Value, mails.InvitationAddress(token).ToString());
    }
}
