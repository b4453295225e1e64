using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.EventHandlers;

/// <summary>Nobody stays confirmed on a training that is not held: the days are free for another.</summary>
internal sealed class CancelledTrainingReleasesPeople(IDatabase database, IAuditLog audit, TimeProvider time)
    : INotificationHandler<Happened<TrainingMoved>>
{
    public async Task Handle(Happened<TrainingMoved> notification, CancellationToken cancellationToken)
    {
        if (notification.Event.Move != TrainingMove.Cancel)
            return;
        // The training's row first: freeing its places counts them down in that row, and a row that changed in
        // between would look like somebody else's edit.
        await database.SaveChangesAsync(cancellationToken);
        var id = notification.Event.Training.Value;
        var now = time.GetUtcNow();
        var released = await database.Database.ExecuteSqlAsync(
            $"""
            UPDATE participants
            SET state = 'Withdrawn', state_since = {now}, reserve_rank = NULL, reason = 'Pelatihan dibatalkan'
            WHERE training_id = {id}
              AND state IN ('Nominated', 'Approved', 'Invited', 'Reserve', 'Confirmed', 'Attended')
            """,
            cancellationToken
        );
        await database.Database.ExecuteSqlAsync(
            $"""
            UPDATE invitations SET answer = 'Cancelled', answered_at = {now}
            WHERE training_id = {id} AND answer IS NULL
            """,
            cancellationToken
        );
        if (released > 0)
            audit.Record("CancelTraining", nameof(Training), id, "", new { participantsReleased = released });
    }
}
