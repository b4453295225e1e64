using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>The first code proves that the app has the key; from now on signing in asks for a code.</summary>
/// <param name="Code">Six digits shown by the app.</param>
[SignedIn, BeforeSecondStep]
public sealed record ConfirmTwoFactor(string Code) : ICommand<TwoFactorConfirmed>;

/// <param name="RecoveryCodes">For the day the phone is lost; shown once, each works once.</param>
public sealed record TwoFactorConfirmed(IReadOnlyList<string> RecoveryCodes);

internal sealed class ConfirmTwoFactorValidator : AbstractValidator<ConfirmTwoFactor>
{
    public ConfirmTwoFactorValidator() =>
        RuleFor(request => request.Code).NotEmpty().MaximumLength(TimeBasedCode.Digits);
}

internal sealed class ConfirmTwoFactorHandler(
    ICurrentUser user,
    Passwords passwords,
    ITwoFactorKeys keys,
    IAuditLog audit,
    TimeProvider time
) : IRequestHandler<ConfirmTwoFactor, Result<TwoFactorConfirmed>>
{
    public async Task<Result<TwoFactorConfirmed>> Handle(ConfirmTwoFactor request, CancellationToken cancellationToken)
    {
        var credential = await passwords.OfAsync(AccountId.From(user.UserId), cancellationToken);
        if (credential.TotpKey is not { } key)
        {
            return CredentialErrors.TwoFactorNotBegun;
        }
        var codes = credential.ConfirmTwoFactor(keys.Decrypt(key), request.Code, time.GetUtcNow());
        if (!codes.IsSuccess)
        {
            return codes.Error;
        }
        audit.Record(nameof(ConfirmTwoFactor), nameof(Account), user.UserId, user.DisplayName);
        return new TwoFactorConfirmed(codes.Value);
    }
}
