using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Common.Notifications.Commands;
using Pionir.Application.Common.Notifications.Queries;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Waiting;

namespace Pionir.Api.Endpoints;

public sealed class NotificationsEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var notifications = api.MapGroup("/notifications").WithTags("Notifications");
        notifications
            .MapGet("/", ListAsync)
            .WithName(nameof(ListNotifications))
            .WithSummary("List what the signed-in user was told, newest first");
        notifications
            .MapPost("/read", MarkReadAsync)
            .WithName(nameof(MarkNotificationsRead))
            .WithSummary("Mark own notifications as read")
            .WithDescription("Without ids all of them. Ids of others are left alone.");
        api.MapGet("/waiting-items", ListWaitingAsync)
            .WithName(nameof(ListWaitingItems))
            .WithTags("Notifications")
            .WithSummary("List what waits for the signed-in user, oldest first");
    }

    private static async Task<Results<Ok<NotificationList>, JsonHttpResult<Problem>>> ListAsync(
        IMediator mediator,
        CancellationToken cancellationToken,
        bool unreadOnly = false,
        int? page = null,
        int? size = null
    ) =>
        (
            await mediator.Send(new ListNotifications(unreadOnly, PageRequest.From(page, size)), cancellationToken)
        ).ToOk();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> MarkReadAsync(
        NotificationsRead body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new MarkNotificationsRead(body.Ids), cancellationToken)).ToNoContent();

    private static async Task<Results<Ok<WaitingItemList>, JsonHttpResult<Problem>>> ListWaitingAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListWaitingItems(), cancellationToken)).ToOk();
}

/// <param name="Ids">Which to mark; null marks all of one's own.</param>
public sealed record NotificationsRead(IReadOnlyList<Guid>? Ids);
