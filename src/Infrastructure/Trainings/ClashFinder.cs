using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Planning;

namespace Pionir.Infrastructure.Trainings;

/// <summary>
/// Sessions of two trainings at the same time in one room or with one instructor. Rooms are the same when room
/// and venue read the same; instructors by employee, people from outside by name.
/// </summary>
internal sealed class ClashFinder(IDatabase database) : IClashFinder
{
    public async Task<IReadOnlyList<Clash>> OfTrainingAsync(Guid trainingId, CancellationToken cancellationToken)
    {
        var rows = await database
            .Database.SqlQuery<ClashRow>(
                $"""
                SELECT c.kind AS "Kind", c.session_id AS "SessionId", c.what AS "What",
                       c.other_id AS "OtherId", t.title AS "OtherTitle", c.from_at AS "From", c.to_at AS "To"
                FROM training_clashes({new[] { trainingId }}) c JOIN trainings t ON t.id = c.other_id
                ORDER BY c.from_at, c.kind
                LIMIT 500
                """
            )
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new Clash(
                Enum.Parse<ClashKind>(row.Kind),
                row.SessionId,
                row.What,
                row.OtherId,
                row.OtherTitle,
                row.From,
                row.To
            )),
        ];
    }

    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(
        IReadOnlyCollection<Guid> trainingIds,
        CancellationToken cancellationToken
    )
    {
        if (trainingIds.Count == 0)
            return new Dictionary<Guid, int>();
        var rows = await database
            .Database.SqlQuery<CountRow>(
                $"""
                SELECT c.training_id AS "Id", count(*)::int AS "Count"
                FROM training_clashes({trainingIds.ToArray()}) c GROUP BY c.training_id
                """
            )
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Id, row => row.Count);
    }

    private sealed record ClashRow(
        string Kind,
        Guid? SessionId,
        string What,
        Guid OtherId,
        string OtherTitle,
        DateTimeOffset From,
        DateTimeOffset To
    );

    private sealed record CountRow(Guid Id, int Count);
}
