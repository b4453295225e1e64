using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

[Requires(Permission.TrainingsPlan, Permission.TrainingsRun)]
public sealed record RemoveSession(Guid TrainingId, Guid Id, uint? SeenVersion = null) : ICommand<SessionAnswer>;

internal sealed class RemoveSessionHandler(PlanningDesk desk) : IRequestHandler<RemoveSession, Result<SessionAnswer>>
{
    public async Task<Result<SessionAnswer>> Handle(RemoveSession request, CancellationToken cancellationToken)
    {
        var found = await desk.LockSeenAsync(
            request.TrainingId,
            request.SeenVersion,
            cancellationToken,
            Permission.TrainingsPlan,
            Permission.TrainingsRun
        );
        if (!found.IsSuccess)
            return Result<SessionAnswer>.Failure(found.Errors);
        var removed = found.Value.RemoveSession(SessionId.From(request.Id));
        return removed.IsSuccess
            ? new SessionAnswer(request.Id, found.Value.DerivedJp, (uint)found.Value.Revision)
            : Result<SessionAnswer>.Failure(removed.Errors);
    }
}
