using MediatR;
using Pionir.Application.Certificates.Reviewing;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Certificates.EventHandlers;

/// <summary>Certificates follow the results of their training, in the transaction that corrects them.</summary>
internal sealed class ReviewCertificatesOfTraining(CertificateReview review)
    : INotificationHandler<Happened<TrainingMoved>>
{
    public Task Handle(Happened<TrainingMoved> notification, CancellationToken cancellationToken)
    {
        var training = notification.Event.Training.Value;
        return notification.Event.Move switch
        {
            TrainingMove.Complete => review.AfterCompletionAsync(training, cancellationToken),
            TrainingMove.Cancel => review.AfterCancellationAsync(training, cancellationToken),
            _ => Task.CompletedTask,
        };
    }
}
