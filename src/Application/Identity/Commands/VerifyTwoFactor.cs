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
        var result = await gate.TryCodeAsync(
            account,
            credential =>
                credential is { HasTwoFactor: true, TotpKey: { } key }
                && credential.VerifyCode(keys.Decrypt(key), request.Code.Trim(), time.GetUtcNow()),
            cancellationToken
        );
        return result.IsSuccess ? new SignInAnswer(CodeRequired: false) : result.Error;
    }
}
