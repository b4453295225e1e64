using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>Mails a new link; the former one ends.</summary>
[Requires(Permission.UsersManage)]
public sealed record ResendInvitation(Guid Id) : ICommand;

internal sealed class ResendInvitationHandler(
    IDatabase database,
    InvitationAddresses addresses,
    AccountLinks links,
    AccountMails mails
) : IRequestHandler<ResendInvitation, Result>
{
    public async Task<Result> Handle(ResendInvitation request, CancellationToken cancellationToken)
    {
        var id = AccountId.From(request.Id);
        var account = await database.Set<Account>().SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        switch (account?.Status)
        {
            case null:
                return AccountErrors.NotFound;
            case AccountStatus.Active:
                return AccountErrors.AlreadyActive;
            case AccountStatus.Disabled:
                return AccountErrors.Disabled;
        }
        var reached = await addresses.CheckAsync(account, cancellationToken);
        if (!reached.IsSuccess)
        {
            return reached;
        }
        var (link, token) = await links.InviteAsync(account, cancellationToken);
        await mails.InviteAsync(account, link, token, cancellationToken);
        return Result.Success();
    }
}
