using Npgsql;
using Pionir.Application.Common.Persistence;

namespace Pionir.Infrastructure.Persistence;

/// <summary>One page of a list and the total of its rows by SQL written by hand, in one round trip.</summary>
internal sealed class PageStatement(string columns, string from)
{
    private readonly List<object> values = [];
    private readonly List<string> conditions = [];

    /// <returns>What stands for the value in a condition.</returns>
    public string Place(object value)
    {
        values.Add(value);
        return $"${values.Count}";
    }

    public void Where(string condition) => conditions.Add(condition);

    /// <summary>For LIKE on a column in lower case; a search typed in capitals means the same.</summary>
    public string PlacePart(string text) =>
        Place(
            "%"
                + text.Trim()
                    .ToLowerInvariant()
                    .Replace("\\", "\\\\", StringComparison.Ordinal)
                    .Replace("%", "\\%", StringComparison.Ordinal)
                    .Replace("_", "\\_", StringComparison.Ordinal)
                + "%"
        );

    /// <param name="joins">Of the page alone: they neither add rows nor take any away.</param>
    public async Task<(IReadOnlyList<T> Rows, int Total)> ReadAsync<T>(
        NpgsqlDataSource database,
        PageRequest page,
        string order,
        Func<NpgsqlDataReader, T> line,
        CancellationToken cancellationToken,
        string joins = ""
    )
    {
        var where = conditions.Count == 0 ? "" : $"WHERE {string.Join(" AND ", conditions)}";
        await using var batch = database.CreateBatch();
        Add($"SELECT count(*)::int FROM {from} {where}");
        var (limit, offset) = (Place(page.Size), Place(page.Skip));
        Add($"SELECT {columns} FROM {from} {joins} {where} ORDER BY {order} LIMIT {limit} OFFSET {offset}");
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var total = reader.GetInt32(0);
        await reader.NextResultAsync(cancellationToken);
        var rows = new List<T>(page.Size);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(line(reader));
        }
        return (rows, total);

        void Add(string sql)
        {
            var command = new NpgsqlBatchCommand(sql);
            values.ForEach(value => command.Parameters.Add(new NpgsqlParameter { Value = value }));
            batch.BatchCommands.Add(command);
        }
    }
}
