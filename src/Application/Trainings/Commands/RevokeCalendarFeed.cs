using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

[SignedIn]
public sealed record RevokeCalendarFeed(Guid Id) : ICommand;

internal sealed class RevokeCalendarFeedHandler(IDatabase database, ICurrentUser user, TimeProvider time)
    : IRequestHandler<RevokeCalendarFeed, Result>
{
    public async Task<Result> Handle(RevokeCalendarFeed request, CancellationToken cancellationToken)
    {
        var id = CalendarFeedId.From(request.Id);
        var feed = await database
            .Set<CalendarFeed>()
            .SingleOrDefaultAsync(one => one.Id == id && one.OwnerId == user.UserId, cancellationToken);
        return feed is null ? CalendarFeedErrors.NotFound() : feed.Revoke(time.GetUtcNow());
    }
}
