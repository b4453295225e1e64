using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Participation;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Trainings.Commands;

/// <summary>The planner is through with the timetable: people are told now, not when it has been quiet for a while.</summary>
[Requires(Permission.TrainingsPlan, Permission.TrainingsRun)]
public sealed record TellSessionChanges(Guid TrainingId) : ICommand<ToldSessionChanges>;

/// <param name="People">How many were told; none when nothing is different from what they know.</param>
public sealed record ToldSessionChanges(int People);

internal sealed class TellSessionChangesHandler(PlanningDesk desk, TimetableNotices notices)
    : IRequestHandler<TellSessionChanges, Result<ToldSessionChanges>>
{
    public async Task<Result<ToldSessionChanges>> Handle(
        TellSessionChanges request,
        CancellationToken cancellationToken
    )
    {
        var found = await desk.FindAsync(
            request.TrainingId,
            cancellationToken,
            Permission.TrainingsPlan,
            Permission.TrainingsRun
        );
        if (!found.IsSuccess)
            return Result<ToldSessionChanges>.Failure(found.Errors);
        return new ToldSessionChanges(await notices.TellAsync(found.Value.Id, cancellationToken));
    }
}
