using System.Text.Json;
using Pionir.Application.Common.Persistence;

namespace Pionir.Application.Common.Notifications;

internal sealed class Notifier(IDatabase database, TimeProvider time) : INotifier
{
    public void Add(NewNotification notification) =>
        database
            .Set<Notification>()
            .Add(
                new Notification
                {
                    Id = Guid.CreateVersion7(),
                    UserId = notification.To.UserId,
                    EmployeeId = notification.To.EmployeeId,
                    Code = notification.Code,
                    Arguments = JsonSerializer.Serialize(notification.Arguments, JsonSerializerOptions.Web),
                    Link = notification.Link,
                    CreatedAt = time.GetUtcNow(),
                }
            );
}
