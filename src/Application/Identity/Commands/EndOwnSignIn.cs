using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>Signs out one device: a lost phone, a computer in a class room.</summary>
[SignedIn, BeforeSecondStep]
public sealed record EndOwnSignIn(Guid Id) : ICommand;

internal sealed class EndOwnSignInHandler(
    IDatabase database,
    ICurrentUser user,
    IBrowser browser,
    IAuditLog audit,
    TimeProvider time
) : IRequestHandler<EndOwnSignIn, Result>
{
    public async Task<Result> Handle(EndOwnSignIn request, CancellationToken cancellationToken)
    {
        var (me, id) = (AccountId.From(user.UserId), SignInSessionId.From(request.Id));
        var session = await database
            .Set<SignInSession>()
            .SingleOrDefaultAsync(
                open => open.Id == id && open.AccountId == me && open.EndedAt == null,
                cancellationToken
            );
        if (session is null)
        {
            return AccountErrors.SignInNotFound;
        }
        session.End(time.GetUtcNow());
        audit.Record(nameof(EndOwnSignIn), nameof(Account), user.UserId, user.DisplayName);
        if (id == browser.Session)
        {
            await browser.SignOutAsync();
        }
        return Result.Success();
    }
}
