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

/// <summary>Signing in asks for the password alone again.</summary>
/// <param name="CurrentPassword">Asked for again, so that an unattended screen is not enough.</param>
[SignedIn]
public sealed record DisableTwoFactor(string CurrentPassword) : ICommand, IProvesPassword;

internal sealed class DisableTwoFactorValidator : AbstractValidator<DisableTwoFactor>
{
    public DisableTwoFactorValidator() =>
        RuleFor(request => request.CurrentPassword).NotEmpty().MaximumLength(PasswordPolicy.Maximum);
}

internal sealed class DisableTwoFactorHandler(
    IDatabase database,
    ICurrentUser user,
    IAccessDirectory access,
    SecondStepRule rule,
    AccountMails mails,
    Passwords passwords,
    IAuditLog audit
) : IRequestHandler<DisableTwoFactor, Result>
{
    public async Task<Result> Handle(DisableTwoFactor request, CancellationToken cancellationToken)
    {
        if (
            await access.RightsAsync(AccountId.From(user.UserId), cancellationToken) is { } rights
            && rule.Demands(rights)
        )
        {
            return CredentialErrors.TwoFactorDemanded;
        }
        var credential = await passwords.OfAsync(AccountId.From(user.UserId), cancellationToken);
        audit.Record(nameof(DisableTwoFactor), nameof(Account), user.UserId, user.DisplayName);
        var ended = credential.EndTwoFactor();
        if (ended.IsSuccess)
        {
            var id = AccountId.From(user.UserId);
            var account = await database.Set<Account>().SingleAsync(own => own.Id == id, cancellationToken);
            await mails.TellAsync(account, AccountNotice.TwoFactorDisabled, cancellationToken);
        }
        return ended;
    }
}
