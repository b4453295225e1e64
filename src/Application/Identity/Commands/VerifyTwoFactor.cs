using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>Second step of signing in. Wrong codes count like wrong passwords.</summary>
/// <param name="Code">Six digits of the authenticator app, or one of the recovery codes.</param>
[Public("The second half of the door; the short cookie of the first half says who.")]
public sealed record VerifyTwoFactor(string Code) : IRequest<Result<SignInAnswer>>;

internal sealed class VerifyTwoFactorValidator : AbstractValidator<VerifyTwoFactor>
{
    private const int CodeMaximum = 40;

    public VerifyTwoFactorValidator() => RuleFor(request => request.Code).NotEmpty().MaximumLength(CodeMaximum);
}

internal sealed class VerifyTwoFactorHandler(
    IDatabase database,
    IBrowser browser,
    ITwoFactorKeys keys,
    SignInGate gate,
    AccountMails mails,
    TimeProvider time
) : IRequestHandler<VerifyTwoFactor, Result<SignInAnswer>>
{
    public async Task<Result<SignInAnswer>> Handle(VerifyTwoFactor request, CancellationToken cancellationToken)
    {
        if (await browser.AwaitingCodeAsync() is not { } awaited)
        {
            return CredentialErrors.NoPendingSignIn;
        }
        var account = await database.Set<Account>().SingleAsync(known => known.Id == awaited, cancellationToken);
        var spent = false;
        var result = await gate.TryCodeAsync(account, Proves, cancellationToken);
        if (spent)
        {
            await mails.TellAsync(account, AccountNotice.CodeUsedTwice, cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
        }
        return result.IsSuccess ? new SignInAnswer(CodeRequired: false) : result.Error;

        bool Proves(Credential credential)
        {
            if (credential is not { HasTwoFactor: true, TotpKey: { } encrypted })
            {
                return false;
            }
            var (key, code, now) = (keys.Decrypt(encrypted), request.Code.Trim(), time.GetUtcNow());
            spent = credential.IsSpentCode(key, code, now);
            return credential.VerifyCode(key, code, now);
        }
    }
}
