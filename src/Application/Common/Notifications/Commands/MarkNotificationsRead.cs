using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Notifications.Queries;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;

namespace Pionir.Application.Common.Notifications.Commands;

/// <param name="Ids">Which; null marks all of mine. Those of others are left alone.</param>
[SignedIn]
public sealed record MarkNotificationsRead(IReadOnlyList<Guid>? Ids) : ICommand;

internal sealed class MarkNotificationsReadValidator : AbstractValidator<MarkNotificationsRead>
{
    private const int Maximum = 500;

    public MarkNotificationsReadValidator() =>
        RuleFor(request => request.Ids).Must(ids => ids is null || ids.Count <= Maximum);
}

internal sealed class MarkNotificationsReadHandler(IDatabase database, ICurrentUser user, TimeProvider time)
    : IRequestHandler<MarkNotificationsRead, Result>
{
    public async Task<Result> Handle(MarkNotificationsRead request, CancellationToken cancellationToken)
    {
        var unread = database.Set<Notification>().To(user).Where(found => found.ReadAt == null);
        if (request.Ids is { } ids)
            unread = unread.Where(found => ids.Contains(found.Id));
        var now = time.GetUtcNow();
        await unread.ExecuteUpdateAsync(change => change.SetProperty(found => found.ReadAt, now), cancellationToken);
        return Result.Success();
    }
}
