using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;

namespace Pionir.Application.Common.Notifications.Queries;

[SignedIn]
public sealed record ListNotifications(bool UnreadOnly, PageRequest Page) : IQuery<NotificationList>;

/// <param name="Unread">All that are unread, on whatever page: the number at the bell.</param>
public sealed record NotificationList(
    IReadOnlyList<NotificationRow> Items,
    int Total,
    int Number,
    int Size,
    int Unread
);

/// <param name="Code">Stable word for what happened.</param>
/// <param name="Text">The sentence in both languages.</param>
/// <param name="Link">Path in the page.</param>
public sealed record NotificationRow(
    Guid Id,
    string Code,
    LocalText Text,
    string Link,
    DateTimeOffset CreatedAt,
    bool Read
);

internal sealed class ListNotificationsHandler(IDatabase database, ICurrentUser user)
    : IRequestHandler<ListNotifications, Result<NotificationList>>
{
    public async Task<Result<NotificationList>> Handle(ListNotifications request, CancellationToken cancellationToken)
    {
        var mine = database.Set<Notification>().AsNoTracking().To(user);
        var unread = await mine.CountAsync(found => found.ReadAt == null, cancellationToken);
        var asked = request.UnreadOnly ? mine.Where(found => found.ReadAt == null) : mine;
        var total = request.UnreadOnly ? unread : await asked.CountAsync(cancellationToken);
        var rows = await asked
            .OrderByDescending(found => found.CreatedAt)
            .ThenByDescending(found => found.Id)
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .ToListAsync(cancellationToken);
        return new NotificationList([.. rows.Select(ToRow)], total, request.Page.Number, request.Page.Size, unread);
    }

    private static NotificationRow ToRow(Notification found)
    {
        var arguments = JsonSerializer.Deserialize<Dictionary<string, object?>>(found.Arguments)!;
        return new(
            found.Id,
            found.Code,
            MessageTexts.Of(found.Code, arguments),
            found.Link,
            found.CreatedAt,
            found.ReadAt is not null
        );
    }
}

internal static class NotificationQueries
{
    /// <summary>Mine by account or by employee: a notification may be older than the account.</summary>
    public static IQueryable<Notification> To(this IQueryable<Notification> notifications, ICurrentUser user)
    {
        var account = user.UserId;
        return user.EmployeeId is { } employee
            ? notifications.Where(found => found.UserId == account || found.EmployeeId == employee.Value)
            : notifications.Where(found => found.UserId == account);
    }
}
