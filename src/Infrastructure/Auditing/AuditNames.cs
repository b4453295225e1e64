using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Persistence;

namespace Pionir.Infrastructure.Auditing;

/// <summary>Puts names beside the ids in changed values: a reader of the trail knows people, units and trainings by name.</summary>
internal static class AuditNames
{
    public static async Task<IReadOnlyList<AuditRow>> NameAsync(
        this IDatabase database,
        IReadOnlyList<AuditRow> rows,
        CancellationToken cancellationToken
    )
    {
        var ids = rows.Where(row => row.Details is not null)
            .SelectMany(row => Ids(row.Details!.Value))
            .Distinct()
            .ToArray();
        if (ids.Length == 0)
            return rows;
        var names = await database
            .Database.SqlQuery<Named>(
                $"""
                SELECT id AS "Id", name AS "Name" FROM employees WHERE id = ANY ({ids})
                UNION ALL SELECT id, name FROM units WHERE id = ANY ({ids})
                UNION ALL SELECT id, name FROM accounts WHERE id = ANY ({ids})
                UNION ALL SELECT id, title FROM trainings WHERE id = ANY ({ids})
                UNION ALL SELECT id, name FROM participants WHERE id = ANY ({ids})
                UNION ALL SELECT id, subject FROM sessions WHERE id = ANY ({ids})
                """
            )
            .ToDictionaryAsync(named => named.Id, named => named.Name, cancellationToken);
        return
        [
            .. rows.Select(row =>
                row.Details is { } details
                    ? row with
                    {
                        Names = Ids(details)
                            .Distinct()
                            .Where(names.ContainsKey)
                            .ToDictionary(id => id.ToString(), id => names[id]),
                    }
                    : row
            ),
        ];
    }

    private static IEnumerable<Guid> Ids(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Ids(property.Value)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Ids),
            JsonValueKind.String when value.TryGetGuid(out var id) => [id],
            _ => [],
        };

    private sealed record Named(Guid Id, string Name);
}
