using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

[Requires(Permission.TrainingsPlan, Permission.TrainingsRun)]
public sealed record RemoveDocument(Guid TrainingId, Guid Id, uint? SeenVersion = null) : ICommand;

internal sealed class RemoveDocumentHandler(PlanningDesk desk) : IRequestHandler<RemoveDocument, Result>
{
    public async Task<Result> Handle(RemoveDocument request, CancellationToken cancellationToken)
    {
        var found = await desk.LockSeenAsync(
            request.TrainingId,
            request.SeenVersion,
            cancellationToken,
            Permission.TrainingsPlan,
            Permission.TrainingsRun
        );
        if (!found.IsSuccess)
            return Result.Failure(found.Errors);
        var required = await desk.RequirementsAsync(cancellationToken);
        return found.Value.RemoveDocument(DocumentId.From(request.Id), required);
    }
}
