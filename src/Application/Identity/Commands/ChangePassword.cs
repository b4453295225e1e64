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

/// <summary>Changes one's own password and ends all other sessions.</summary>
/// <param name="CurrentPassword">Asked for again, so that an unattended screen is not enough.</param>
/// <param name="Password">At least 12 characters and not easily guessed; any characters.</param>
[SignedIn, BeforeSecondStep]
public sealed record ChangePassword(string CurrentPassword, string Password) : ICommand, IProvesPassword;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator()
    {
        RuleFor(request => request.CurrentPassword).NotEmpty().MaximumLength(PasswordPolicy.Maximum);
        RuleFor(request => request.Password).NotEmpty();
    }
}

internal sealed class ChangePasswordHandler(
    IDatabase database,
    ICurrentUser user,
    Passwords passwords,
    IBrowser browser,
    IAuditLog audit
) : IRequestHandler<ChangePassword, Result>
{
    public async Task<Result> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        var id = AccountId.From(user.UserId);
        var account = await database.Set<Account>().SingleOrDefaultAsync(own => own.Id == id, cancellationToken);
        if (account is null)
        {
            return AccountErrors.NotFound;
        }
        audit.Record(nameof(ChangePassword), nameof(Account), id.Value, account.Name);
        return await passwords.SetAsync(account, request.Password, browser.Session, cancellationToken);
    }
}
