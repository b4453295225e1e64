using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Notifications;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.EventHandlers;

/// <summary>
/// With its results a training is over: whoever was never decided on, asked or given a place does not wait for it any
/// more. Those who knew of it hear that nothing comes of it.
/// </summary>
internal sealed class CompletedTrainingReleasesWaiting(
    IDatabase database,
    TrainingAudience audience,
    INotifier notifier,
    RegistrationMails mails,
    IInstitution institution,
    TimeProvider time
) : INotificationHandler<Happened<TrainingMoved>>
{
    public async Task Handle(Happened<TrainingMoved> notification, CancellationToken cancellationToken)
    {
        if (notification.Event.Move != TrainingMove.Complete)
            return;
        var id = notification.Event.Training;
        var waiting = (await audience.ReadAsync(id, cancellationToken)).Where(person =>
            person.Standing is Standing.Applied or Standing.Asked or Standing.Reserve
        );
        var training = await database.Set<Training>().SingleAsync(one => one.Id == id, cancellationToken);
        var now = time.GetUtcNow();
        var settings = await institution.CurrentAsync(cancellationToken);
        foreach (var person in waiting)
        {
            if (person.Employee is { } employee)
            {
                notifier.Add(
                    new NewNotification(
                        Recipient.Employee(employee),
                        "participant.over_without",
                        "/catalogue/mine",
                        ("title", training.Title)
                    )
                );
            }
            else if (person.Address is not null)
            {
                mails.OverWithout(training, person, now, settings);
            }
        }
        await database.Database.ExecuteSqlAsync(
            $"""
            WITH closed AS (
                UPDATE invitations SET answer = 'Cancelled', answered_at = {now}
                WHERE training_id = {id.Value} AND answer IS NULL)
            UPDATE participants SET state = 'Withdrawn', state_since = {now}, reserve_rank = NULL, reason = {LeavingReason.TrainingOver.Id}
            WHERE training_id = {id.Value} AND state IN ('Nominated', 'Approved', 'Invited', 'Reserve')
            """,
            cancellationToken
        );
    }
}
