using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Pionir.Application.Common.Notifications;
using Pionir.Application.Common.OwnData;
using Pionir.Domain.Common;
using Pionir.Infrastructure.Persistence.Sql;

namespace Pionir.Infrastructure.OwnData;

/// <summary>Runs the statements of <c>own_data.sql</c>: a new table of personal data is one more block there.</summary>
internal sealed class OwnDataTables(NpgsqlDataSource database) : IOwnDataTables
{
    private static readonly Statement[] Statements = Read(SqlText.Read("own_data"));

    public int Count => Statements.Length;

    public async IAsyncEnumerable<OwnDataTable> ReadAsync(
        OwnDataSubject subject,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var employees = subject.Employees.ToArray();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var addresses = await AddressesAsync(connection, employees, subject.AccountId, cancellationToken);
        foreach (var statement in Statements)
        {
            await using var command = new NpgsqlCommand(statement.Sql, connection);
            Add(command, employees, subject.AccountId, addresses);
            yield return await TableAsync(statement, command, cancellationToken);
        }
    }

    private static async Task<OwnDataTable> TableAsync(Statement statement, NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var columns = new OwnDataColumn[reader.FieldCount];
        for (var at = 0; at < columns.Length; at++)
        {
            var parts = reader.GetName(at).Split('|');
            columns[at] = new OwnDataColumn(parts[0], parts[1]);
        }
        var rows = new List<IReadOnlyList<object?>>();
        while (await reader.ReadAsync(ct))
        {
            var row = new object?[columns.Length];
            for (var at = 0; at < row.Length; at++)
                row[at] = columns[at].Key == "message" ? Sentence(reader.GetString(at)) : Cell(reader.GetValue(at));
            rows.Add(row);
        }
        return new OwnDataTable(statement.Key, statement.Title, columns, rows);
    }

    private static string Sentence(string message)
    {
        var told = JsonSerializer.Deserialize<Message>(message, JsonSerializerOptions.Web)!;
        return MessageTexts.Of(told.Code, told.Arguments).Id;
    }

    private static object? Cell(object value) =>
        value switch
        {
            DBNull => null,
            DateTime { Kind: DateTimeKind.Utc } instant => new DateTimeOffset(instant),
            DateTime day => DateOnly.FromDateTime(day),
            _ => value,
        };

    private static async Task<string[]> AddressesAsync(
        NpgsqlConnection connection,
        Guid[] employees,
        Guid account,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT array(SELECT lower(email) FROM employees WHERE id = ANY ($1) AND email IS NOT NULL
                         UNION SELECT email FROM accounts WHERE id = $2)
            """,
            connection
        );
        command.Parameters.Add(new() { Value = employees });
        command.Parameters.Add(new() { Value = account });
        return (string[])(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Statements take different ones of the three; PostgreSQL wants no parameter it is not told the type of.</summary>
    private static void Add(NpgsqlCommand command, Guid[] employees, Guid account, string[] addresses)
    {
        command.Parameters.Add(new() { Value = employees, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = account, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = addresses, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
    }

    private static Statement[] Read(string text) =>
        [
            .. text.Split("\n-- ", StringSplitOptions.RemoveEmptyEntries)
                .Where(block => block.Contains("\nSELECT", StringComparison.Ordinal))
                .Select(block =>
                {
                    var head = block[..block.IndexOf('\n', StringComparison.Ordinal)]
                        .Split('|', StringSplitOptions.TrimEntries);
                    var sql = block[block.IndexOf('\n', StringComparison.Ordinal)..].Trim().TrimEnd(';');
                    return new Statement(head[0], new LocalText(head[1], head[2]), sql);
                }),
        ];

    private sealed record Message(string Code, Dictionary<string, object?> Arguments);

    private sealed record Statement(string Key, LocalText Title, string Sql);
}
