using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

[Requires(Permission.TrainingsRead)]
public sealed record GetTrainingHistory(Guid Id) : IQuery<IReadOnlyList<TransitionView>>;

/// <summary>One move in the life of a training.</summary>
/// <param name="Note">Notes of the head, or the reason.</param>
public sealed record TransitionView(
    Guid Id,
    TrainingMove Move,
    TrainingState From,
    TrainingState To,
    DateTimeOffset At,
    string By,
    string? Note
);

internal sealed class GetTrainingHistoryHandler(IDatabase database, ICurrentUser user)
    : IRequestHandler<GetTrainingHistory, Result<IReadOnlyList<TransitionView>>>
{
    public async Task<Result<IReadOnlyList<TransitionView>>> Handle(
        GetTrainingHistory request,
        CancellationToken cancellationToken
    )
    {
        var id = TrainingId.From(request.Id);
        var trainings = database.Set<Training>().AsNoTracking().InScopeOf(user, Permission.TrainingsRead);
        if (!await trainings.AnyAsync(training => training.Id == id, cancellationToken))
            return TrainingErrors.NotFound();
        var moves = await database
            .Set<TrainingTransition>()
            .AsNoTracking()
            .Where(transition => transition.TrainingId == id)
            .OrderByDescending(transition => transition.At)
            .ThenByDescending(transition => transition.Id)
            .ToListAsync(cancellationToken);
        return Result<IReadOnlyList<TransitionView>>.Success([.. moves.Select(ToView)]);
    }

    private static TransitionView ToView(TrainingTransition move) =>
        new(move.Id.Value, move.Move, move.From, move.To, move.At, move.ByName, move.Note);
}
