using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.EventHandlers;

/// <summary>
/// Nobody stays confirmed on a training that is not held: the days are free for another, and everybody who reckoned
/// with it hears why.
/// </summary>
internal sealed class CancelledTrainingReleasesPeople(
    IDatabase database,
    TrainingAudience audience,
    ChangeNews news,
    IAuditLog audit,
    TimeProvider time
) : INotificationHandler<Happened<TrainingMoved>>
{
    public async Task Handle(Happened<TrainingMoved> notification, CancellationToken cancellationToken)
    {
        if (notification.Event.Move != TrainingMove.Cancel)
            return;
        // The training's row first: freeing its places counts them down in that row, and a row that changed in
        // between would look like somebody else's edit.
        await database.SaveChangesAsync(cancellationToken);
        var id = notification.Event.Training;
        var reason = notification.Event.Note ?? "";
        var people = await audience.ReadAsync(id, cancellationToken);
        var now = time.GetUtcNow();
        var released = await database.Database.ExecuteSqlAsync(
            $"""
            UPDATE participants
            SET state = 'Withdrawn', state_since = {now}, reserve_rank = NULL, reason = {Shortened(reason)}
            WHERE training_id = {id.Value}
              AND state IN ('Nominated', 'Approved', 'Invited', 'Reserve', 'Confirmed', 'Attended')
            """,
            cancellationToken
        );
        await database.Database.ExecuteSqlAsync(
            $"""
            UPDATE invitations SET answer = 'Cancelled', answered_at = {now}
            WHERE training_id = {id.Value} AND answer IS NULL
            """,
            cancellationToken
        );
        if (released > 0)
            audit.Record("CancelTraining", nameof(Training), id.Value, "", new { participantsReleased = released });
        await news.CancelledAsync(id, people, reason, cancellationToken);
    }

    /// <summary>The training keeps the whole reason; a participant's line holds less.</summary>
    private static string Shortened(string reason) =>
        reason.Length <= Participant.ReasonMaximum ? reason : reason[..(Participant.ReasonMaximum - 1)] + "…";
}
