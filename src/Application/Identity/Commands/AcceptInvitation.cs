using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>The invited person sets a password; the account opens. They sign in with it afterwards.</summary>
/// <param name="Token">From the link in the mail.</param>
/// <param name="Password">At least 12 characters and not easily guessed; any characters.</param>
[Public("Whoever is invited has no account yet; the token stands for them.")]
public sealed record AcceptInvitation(string Token, string Password) : ICommand;

internal sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitation>
{
    public AcceptInvitationValidator()
    {
        RuleFor(request => request.Token).NotEmpty().MaximumLength(AccountLink.TokenMaximum);
        RuleFor(request => request.Password).NotEmpty();
    }
}

internal sealed class AcceptInvitationHandler(
    IDatabase database,
    ICurrentUser user,
    AccountLinks links,
    Passwords passwords,
    IAuditLog audit
) : IRequestHandler<AcceptInvitation, Result>
{
    public async Task<Result> Handle(AcceptInvitation request, CancellationToken cancellationToken)
    {
        var link = await links.RedeemAsync(request.Token, AccountLinkPurpose.Invitation, cancellationToken);
        if (!link.IsSuccess)
        {
            return link.Error;
        }
        var id = link.Value.AccountId;
        if (user.IsSignedIn && user.UserId != id.Value)
        {
            return AccountLinkErrors.OtherAccount;
        }
        var account = await database.Set<Account>().SingleAsync(invited => invited.Id == id, cancellationToken);
        var activated = account.Activate();
        if (!activated.IsSuccess)
        {
            return activated;
        }
        audit.Record(
            nameof(AcceptInvitation),
            nameof(Account),
            id.Value,
            account.Name,
            by: new Actor(id.Value, account.Name)
        );
        return await passwords.SetAsync(account, request.Password, keep: null, cancellationToken);
    }
}
