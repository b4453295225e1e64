using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>
/// Opens a session for a browser. Not an <c>ICommand</c>: that leaves nothing behind when refused, and here the
/// refused try must be counted.
/// </summary>
/// <param name="Email">The address the account was invited by.</param>
[Public("The door itself.")]
public sealed record SignIn(string Email, string Password) : IRequest<Result<SignInAnswer>>;

/// <param name="CodeRequired">The password was right; the code of the authenticator app is asked for next.</param>
public sealed record SignInAnswer(bool CodeRequired);

internal sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator()
    {
        RuleFor(request => request.Email).NotEmpty().MaximumLength(Account.EmailMaximum);
        RuleFor(request => request.Password).NotEmpty().MaximumLength(PasswordPolicy.Maximum);
    }
}

internal sealed class SignInHandler(IDatabase database, SignInGate gate) : IRequestHandler<SignIn, Result<SignInAnswer>>
{
    public async Task<Result<SignInAnswer>> Handle(SignIn request, CancellationToken cancellationToken)
    {
        var email = Account.NormaliseEmail(request.Email);
        var account = await database
            .Set<Account>()
            .SingleOrDefaultAsync(known => known.Email == email, cancellationToken);
        var result = await gate.TryPasswordAsync(account, request.Password, cancellationToken);
        return result.IsSuccess ? new SignInAnswer(!result.Value) : result.Error;
    }
}
