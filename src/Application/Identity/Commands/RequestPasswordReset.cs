using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>Mails a link for a new password. The answer is the same whether the address is known or not.</summary>
/// <param name="Email">The address of the account.</param>
[Public("Whoever forgot the password cannot sign in.")]
public sealed record RequestPasswordReset(string Email) : ICommand;

internal sealed class RequestPasswordResetValidator : AbstractValidator<RequestPasswordReset>
{
    public RequestPasswordResetValidator() =>
        RuleFor(request => request.Email).NotEmpty().MaximumLength(Account.EmailMaximum);
}

internal sealed class RequestPasswordResetHandler(IDatabase database, AccountLinks links, AccountMails mails)
    : IRequestHandler<RequestPasswordReset, Result>
{
    public async Task<Result> Handle(RequestPasswordReset request, CancellationToken cancellationToken)
    {
        var email = Account.NormaliseEmail(request.Email);
        var account = await database
            .Set<Account>()
            .SingleOrDefaultAsync(
                known => known.Email == email && known.Status == AccountStatus.Active,
                cancellationToken
            );
        if (account is not null)
        {
            var (link, token) = await links.CreateAsync(account, AccountLinkPurpose.PasswordReset, cancellationToken);
            await mails.ResetAsync(account, link, token, cancellationToken);
        }
        return Result.Success();
    }
}
