using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>
/// Every act that gives or frees a place first locks the training's row here, so that places are given one act
/// after the other. What slips past is refused by the check on <c>trainings.seats_taken</c>.
/// </summary>
internal sealed class SeatRegister(IDatabase database) : IApplicationPart
{
    /// <summary>Weaker than FOR UPDATE: rows that refer to the training may still be written meanwhile.</summary>
    public Task LockAsync(TrainingId training, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"SELECT FROM trainings WHERE id = {training.Value} FOR NO KEY UPDATE",
            cancellationToken
        );

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

    public async Task<SeatCount> LockAndCountAsync(TrainingId training, CancellationToken cancellationToken)
    {
        await LockAsync(training, cancellationToken);
        return await CountAsync(training, cancellationToken);
    }
}
