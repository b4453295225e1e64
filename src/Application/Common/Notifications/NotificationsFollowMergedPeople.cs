using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Organization.Employees;

namespace Pionir.Application.Common.Notifications;

/// <summary>What was told to a merged record is still behind the bell of the person.</summary>
internal sealed class NotificationsFollowMergedPeople(IDatabase database)
    : INotificationHandler<Happened<EmployeesMerged>>
{
    public Task Handle(Happened<EmployeesMerged> notification, CancellationToken cancellationToken)
    {
        var (kept, merged) = (notification.Event.KeptId.Value, notification.Event.MergedId.Value);
        return database.Database.ExecuteSqlAsync(
            $"UPDATE notifications SET employee_id = {kept} WHERE employee_id = {merged}",
            cancellationToken
        );
    }
}
