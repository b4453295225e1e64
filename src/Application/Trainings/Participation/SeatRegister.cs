using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>
/// Every act that gives or frees a place, or changes what results are made of, first locks the training's row here:
/// they are done one after the other, and none comes in beside its completion. What slips past is refused by the check
/// on <c>trainings.seats_taken</c>.
/// </summary>
internal sealed class SeatRegister(IDatabase database) : IApplicationPart
{
    /// <summary>Weaker than FOR UPDATE: rows that refer to the training may still be written meanwhile.</summary>
    public Task LockAsync(TrainingId training, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"SELECT FROM trainings WHERE id = {training.Value} FOR NO KEY UPDATE",
            cancellationToken
        );

    /// <summary>The training as it stands under the lock: whatever was read of it before may have changed while waiting.</summary>
    public async Task<Training> LockAndReadAsync(TrainingId training, CancellationToken cancellationToken)
    {
        await LockAsync(training, cancellationToken);
        return await database.Set<Training>().AsNoTracking().SingleAsync(one => one.Id == training, cancellationToken);
    }

    /// <summary>Counted by a statement of its own: one that waited for the lock would count an older picture.</summary>
    public Task<SeatCount> CountAsync(TrainingId training, CancellationToken cancellationToken) =>
        database
            .Database.SqlQuery<SeatCount>(
                $"""
                SELECT t.quota AS "Quota", t.seats_taken AS "Taken",
                       (SELECT count(*)::int FROM participants
                        WHERE training_id = t.id AND state = 'Invited') AS "Held",
                       coalesce((SELECT max(reserve_rank) FROM participants WHERE training_id = t.id), 0) AS "LastRank"
                FROM trainings t WHERE t.id = {training.Value}
                """
            )
            .SingleAsync(cancellationToken);
}
