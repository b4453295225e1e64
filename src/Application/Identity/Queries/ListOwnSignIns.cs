using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Queries;

/// <summary>Where one is signed in now, newest first.</summary>
[SignedIn, BeforeSecondStep]
public sealed record ListOwnSignIns : IQuery<IReadOnlyList<OwnSignIn>>;

/// <param name="EndsAt">At the latest; earlier when it lies unused.</param>
/// <param name="RemoteAddress">From where, as the server saw it.</param>
/// <param name="UserAgent">What the browser says of itself.</param>
/// <param name="IsCurrent">The one that asks.</param>
public sealed record OwnSignIn(
    Guid Id,
    DateTimeOffset StartedAt,
    DateTimeOffset EndsAt,
    string? RemoteAddress,
    string? UserAgent,
    bool IsCurrent
);

internal sealed class ListOwnSignInsHandler(IDatabase database, ICurrentUser user, IBrowser browser, TimeProvider time)
    : IRequestHandler<ListOwnSignIns, Result<IReadOnlyList<OwnSignIn>>>
{
    public async Task<Result<IReadOnlyList<OwnSignIn>>> Handle(
        ListOwnSignIns request,
        CancellationToken cancellationToken
    )
    {
        var (me, now, current) = (AccountId.From(user.UserId), time.GetUtcNow(), browser.Session);
        var open = await database
            .Set<SignInSession>()
            .AsNoTracking()
            .Where(session => session.AccountId == me && session.EndedAt == null && session.ExpiresAt > now)
            .OrderByDescending(session => session.StartedAt)
            .ToListAsync(cancellationToken);
        return open.ConvertAll(session => new OwnSignIn(
            session.Id.Value,
            session.StartedAt,
            session.ExpiresAt,
            session.RemoteAddress,
            session.UserAgent,
            session.Id == current
        ));
    }
}
