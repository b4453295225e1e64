using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>Opens a closed account again, with the roles it had.</summary>
[Requires(Permission.UsersManage)]
public sealed record EnableUser(Guid Id) : ICommand;

internal sealed class EnableUserHandler(IDatabase database, Passwords passwords) : IRequestHandler<EnableUser, Result>
{
    public async Task<Result> Handle(EnableUser request, CancellationToken cancellationToken)
    {
        var id = AccountId.From(request.Id);
        var account = await database.Set<Account>().SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (account is null)
        {
            return AccountErrors.NotFound;
        }
        var credential = await passwords.OfAsync(id, cancellationToken);
        return account.Enable(hasPassword: credential.PasswordHash is not null);
    }
}
