using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

[Requires(Permission.TrainingsRead)]
public sealed record GetTrainingHistory(Guid Id) : IQuery<IReadOnlyList<TransitionView>>;

/// <summary>One move in the life of a training.</summary>
/// <param name="Acting">The head was away: it was decided as acting head.</param>
/// <param name="Note">Notes of the head, or the reason.</param>
public sealed record TransitionView(
    Guid Id,
    TrainingMove Move,
    TrainingState From,
    TrainingState To,
    DateTimeOffset At,
    string By,
    ActingKind? Acting,
    string? Note
);

internal sealed class GetTrainingHistoryHandler(IDatabase database, ICurrentUser user, IInstitutionClock clock)
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
        var decisions = moves.Where(move => move.Move is TrainingMove.Approve or TrainingMove.Return).ToList();
        var deciders = decisions.Select(move => AccountId.From(move.ByUserId)).Distinct().ToList();
        var delegations = await database
            .Set<Delegation>()
            .AsNoTracking()
            .Where(delegation => deciders.Contains(delegation.DelegateId))
            .ToListAsync(cancellationToken);
        var views = new List<TransitionView>();
        foreach (var move in moves)
        {
            var day = await clock.DayOfAsync(move.At, cancellationToken);
            var acting = decisions.Contains(move)
                ? delegations.Find(one => one.DelegateId.Value == move.ByUserId && one.WasInForce(move.At, day))
                : null;
            views.Add(new(move.Id.Value, move.Move, move.From, move.To, move.At, move.ByName, acting?.Kind, move.Note));
        }
        return Result<IReadOnlyList<TransitionView>>.Success(views);
    }
}
