using System.Text.Json;
using Npgsql;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization.Imports;
using Pionir.Application.Organization.Queries;
using Pionir.Domain.Organization.Imports;

namespace Pionir.Infrastructure.Organization;

internal sealed class ImportRows(NpgsqlDataSource database) : IImportRows
{
    public async Task<Page<ImportRowView>> PageAsync(
        ImportId id,
        RowOutcome? outcome,
        string? error,
        PageRequest page,
        CancellationToken cancellationToken
    )
    {
        const string Filter =
            "f.import_id = @import AND (@outcome IS NULL OR f.outcome = @outcome) AND (@error IS NULL OR f.errors @> ARRAY[@error])";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var count = Command($"SELECT count(*)::int FROM import_findings f WHERE {Filter}");
        var total = (int)(await count.ExecuteScalarAsync(cancellationToken))!;
        await using var command = Command(
            $"""
            SELECT r.row_number, f.outcome, coalesce(r.key, e.number, u.code, ''), coalesce(r.name, e.name, u.name, ''),
                   f.errors, f.differences::text, coalesce(r.cells, '{"{}"}'), f.subject_id,
                   f.outcome IN ('Changed', 'Leaving') AND r.confirmed_against IS NOT NULL
            FROM import_findings f
            LEFT JOIN import_rows r USING (import_id, row_number)
            LEFT JOIN employees e ON r.row_number IS NULL AND e.id = f.subject_id
            LEFT JOIN units u ON r.row_number IS NULL AND u.id = f.subject_id
            WHERE {Filter}
            ORDER BY f.row_number
            LIMIT @size OFFSET @skip
            """
        );
        command.Parameters.AddWithValue("size", page.Size);
        command.Parameters.AddWithValue("skip", page.Skip);
        var rows = new List<ImportRowView>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(Row(reader));
        }
        return new Page<ImportRowView>(rows, total, page.Number, page.Size);

        NpgsqlCommand Command(string sql)
        {
            var command = new NpgsqlCommand(sql, connection);
            command.Parameters.AddWithValue("import", id.Value);
            command.Parameters.Add(Text("outcome", outcome?.ToString()));
            command.Parameters.Add(Text("error", error));
            return command;
        }
    }

    public IEnumerable<(IReadOnlyList<string> Cells, IReadOnlyList<string> Errors)> LeftOut(ImportId id)
    {
        using var connection = database.OpenConnection();
        using var command = new NpgsqlCommand(
            """
            SELECT r.cells, f.errors
            FROM import_findings f JOIN import_rows r USING (import_id, row_number)
            WHERE f.import_id = @import AND f.outcome IN ('Wrong', 'Doubtful')
            ORDER BY f.row_number
            """,
            connection
        );
        command.Parameters.AddWithValue("import", id.Value);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return (reader.GetFieldValue<string[]>(0), reader.GetFieldValue<string[]>(1));
        }
    }

    private static NpgsqlParameter Text(string name, string? value) =>
        new(name, NpgsqlTypes.NpgsqlDbType.Text) { Value = (object?)value ?? DBNull.Value };

    private static ImportRowView Row(NpgsqlDataReader reader) =>
        new(
            reader.IsDBNull(0) ? null : reader.GetInt32(0),
            Enum.Parse<RowOutcome>(reader.GetString(1)),
            reader.GetString(2),
            reader.GetString(3),
            reader.GetFieldValue<string[]>(4),
            [],
            reader.IsDBNull(5) ? [] : Differences(reader.GetString(5)),
            reader.GetFieldValue<string[]>(6),
            reader.IsDBNull(7) ? null : reader.GetGuid(7),
            reader.GetBoolean(8)
        );

    private static List<DifferenceView> Differences(string json) =>
        JsonSerializer.Deserialize<List<DifferenceView>>(json, JsonSerializerOptions.Web) ?? [];
}
