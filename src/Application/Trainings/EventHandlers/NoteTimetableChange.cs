using MediatR;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.EventHandlers;

/// <summary>A session was moved, added or removed: people hear it when the planner is through, not after every press.</summary>
internal sealed class NoteTimetableChange(TimetableNotices notices) : INotificationHandler<Happened<TimetableChanged>>
{
    public Task Handle(Happened<TimetableChanged> notification, CancellationToken cancellationToken) =>
        notices.NoteAsync(notification.Event, cancellationToken);
}
