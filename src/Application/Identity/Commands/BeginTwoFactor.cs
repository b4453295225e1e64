using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>Makes a key for an authenticator app; it counts only after a first code was confirmed.</summary>
/// <param name="CurrentPassword">Asked for again: whoever enrols a phone shuts out everybody else.</param>
[SignedIn, BeforeSecondStep]
public sealed record BeginTwoFactor(string CurrentPassword) : ICommand<TwoFactorKey>, IProvesPassword;

internal sealed class BeginTwoFactorValidator : AbstractValidator<BeginTwoFactor>
{
    public BeginTwoFactorValidator() =>
        RuleFor(request => request.CurrentPassword).NotEmpty().MaximumLength(PasswordPolicy.Maximum);
}

/// <param name="Key">The key in Base32, to be typed by hand.</param>
/// <param name="Address">The same as <c>otpauth://</c> address, to be shown as a QR code.</param>
public sealed record TwoFactorKey(string Key, string Address);

internal sealed class BeginTwoFactorHandler(
    IDatabase database,
    ICurrentUser user,
    Passwords passwords,
    ITwoFactorKeys keys,
    IInstitution institution
) : IRequestHandler<BeginTwoFactor, Result<TwoFactorKey>>
{
    public async Task<Result<TwoFactorKey>> Handle(BeginTwoFactor request, CancellationToken cancellationToken)
    {
        var id = AccountId.From(user.UserId);
        var account = await database.Set<Account>().SingleOrDefaultAsync(own => own.Id == id, cancellationToken);
        if (account is null)
        {
            return AccountErrors.NotFound;
        }
        var key = RandomNumberGenerator.GetBytes(TimeBasedCode.KeyBytes);
        var credential = await passwords.OfAsync(id, cancellationToken);
        var begun = credential.BeginTwoFactor(keys.Encrypt(key));
        if (!begun.IsSuccess)
        {
            return begun.Error;
        }
        var settings = await institution.CurrentAsync(cancellationToken);
        var text = Base32.Of(key);
        var issuer = Uri.EscapeDataString($"Pionir {settings.ShortName}");
        var address = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(account.Email)}?secret={text}&issuer={issuer}";
        return new TwoFactorKey(text, address);
    }
}
