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

/// <summary>Sets a new password by the link that was mailed, and ends every session.</summary>
/// <param name="Token">From the link in the mail.</param>
/// <param name="Password">At least 12 characters and not easily guessed; any characters.</param>
[Public("Whoever forgot the password cannot sign in; the token stands for them.")]
public sealed record ResetPassword(string Token, string Password) : ICommand;

internal sealed class ResetPasswordValidator : AbstractValidator<ResetPassword>
{
    public ResetPasswordValidator()
    {
        RuleFor(request => request.Token).NotEmpty().MaximumLength(AccountLink.TokenMaximum);
        RuleFor(request => request.Password).NotEmpty();
    }
}

internal sealed class ResetPasswordHandler(IDatabase database, AccountLinks links, Passwords passwords, IAuditLog audit)
    : IRequestHandler<ResetPassword, Result>
{
    public async Task<Result> Handle(ResetPassword request, CancellationToken cancellationToken)
    {
        var link = await links.RedeemAsync(request.Token, AccountLinkPurpose.PasswordReset, cancellationToken);
        if (!link.IsSuccess)
        {
            return link.Error;
        }
        var id = link.Value.AccountId;
        var account = await database.Set<Account>().SingleAsync(known => known.Id == id, cancellationToken);
        if (account.Status != AccountStatus.Active)
        {
            return AccountErrors.Disabled;
        }
        var by = new Actor(id.Value, account.Name);
        audit.Record(nameof(ResetPassword), nameof(Account), id.Value, account.Name, by: by);
        return await passwords.SetAsync(account, request.Password, keep: null, cancellationToken);
    }
}
