using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Notifications;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>Accepts or refuses a change of what was approved; never by who proposed it.</summary>
/// <param name="Note">Needed when it is refused.</param>
[Requires(Permission.TrainingsApprove)]
public sealed record DecideRevision(Guid Id, bool Accept, string? Note, uint? ExpectedVersion)
    : ICommand<TrainingAnswer>,
        IVersioned;

internal sealed class DecideRevisionValidator : AbstractValidator<DecideRevision>
{
    public DecideRevisionValidator() => RuleFor(request => request.Note).MaximumLength(Training.NoteMaximum);
}

internal sealed class DecideRevisionHandler(PlanningDesk desk, INotifier notifier)
    : IRequestHandler<DecideRevision, Result<TrainingAnswer>>
{
    public async Task<Result<TrainingAnswer>> Handle(DecideRevision request, CancellationToken cancellationToken)
    {
        var found = await desk.LockAsync(
            request.Id,
            request.ExpectedVersion,
            cancellationToken,
            Permission.TrainingsApprove
        );
        if (!found.IsSuccess)
            return Result<TrainingAnswer>.Failure(found.Errors);
        var training = found.Value;
        var decided = training.DecideRevision(request.Accept, request.Note, desk.Me, desk.Now);
        if (!decided.IsSuccess)
            return Result<TrainingAnswer>.Failure(decided.Errors);
        notifier.Add(
            new NewNotification(
                Recipient.User(decided.Value.ProposedBy),
                request.Accept ? "training.revision_accepted" : "training.revision_refused",
                $"/trainings/{training.Id.Value}",
                ("title", training.Title),
                ("note", decided.Value.Note ?? "")
            )
        );
        return TrainingAnswer.From(training);
    }
}
