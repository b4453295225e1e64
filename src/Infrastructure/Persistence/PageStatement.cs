using Npgsql;
using Pionir.Application.Common.Persistence;

namespace Pionir.Infrastructure.Persistence;

/// <summary>One page of a list and the total of its rows by SQL written by hand, in one round trip.</summary>
/// <param name="alias">By which conditions, order and joins name the table.</param>
/// <param name="joins">Of the page alone, looked up for its rows and no others: they neither add rows nor take any away.</param>
internal sealed class PageStatement(string columns, string from, string alias = "", string joins = "")
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

    public async Task<(IReadOnlyList<T> Rows, int Total)> ReadAsync<T>(
        NpgsqlDataSource database,
        PageRequest page,
        string order,
        Func<NpgsqlDataReader, T> line,
        CancellationToken cancellationToken
    )
    {
        await using var batch = database.CreateBatch();
        AddTo(batch, page, order);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await ReadAsync(reader, line, cancellationToken);
    }

    /// <summary>For whoever asks for something else on the same way.</summary>
    public void AddTo(NpgsqlBatch batch, PageRequest page, string order)
    {
        var where = conditions.Count == 0 ? "" : $"WHERE {string.Join(" AND ", conditions)}";
        Add($"SELECT count(*)::int FROM {from} {alias} {where}");
        var (limit, offset) = (Place(page.Size), Place(page.Skip));
        var rows = $"FROM {from} {alias} {where} ORDER BY {order} LIMIT {limit} OFFSET {offset}";
        Add(
            joins.Length == 0
                ? $"SELECT {columns} {rows}"
                : $"SELECT {columns} FROM (SELECT * {rows}) {alias} {joins} ORDER BY {order}"
        );

        void Add(string sql)
        {
            var command = new NpgsqlBatchCommand(sql);
            values.ForEach(value => command.Parameters.Add(new NpgsqlParameter { Value = value }));
            batch.BatchCommands.Add(command);
        }
    }

    public static async Task<(IReadOnlyList<T> Rows, int Total)> ReadAsync<T>(
        NpgsqlDataReader reader,
        Func<NpgsqlDataReader, T> line,
        CancellationToken cancellationToken
    )
    {
        await reader.ReadAsync(cancellationToken);
        var total = reader.GetInt32(0);
        await reader.NextResultAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(line(reader));
        }
        return (rows, total);
    }
}
