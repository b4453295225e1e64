using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>Closes an account and ends its sessions at once.</summary>
/// <param name="Reason">Kept in the audit trail and shown on the account.</param>
[Requires(Permission.UsersManage)]
public sealed record DisableUser(Guid Id, string Reason) : ICommand, IReasoned;

internal sealed class DisableUserValidator : AbstractValidator<DisableUser>
{
    public DisableUserValidator() => RuleFor(request => request.Reason).NotEmpty().MaximumLength(Account.ReasonMaximum);
}

internal sealed class DisableUserHandler(
    IDatabase database,
    ICurrentUser user,
    Administrators administrators,
    OpenSessions sessions,
    TimeProvider time
) : IRequestHandler<DisableUser, Result>
{
    public async Task<Result> Handle(DisableUser request, CancellationToken cancellationToken)
    {
        var id = AccountId.From(request.Id);
        var account = await database.Set<Account>().SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (account is null)
        {
            return AccountErrors.NotFound;
        }
        var disabled = account.Disable(AccountId.From(user.UserId), request.Reason, time.GetUtcNow());
        if (!disabled.IsSuccess)
        {
            return disabled;
        }
        await sessions.EndAsync(id, except: null, cancellationToken);
        return account.Roles.Any(given => given.Role == Role.Admin)
            ? await administrators.OneRemainsWithoutAsync(id, cancellationToken)
            : Result.Success();
    }
}
