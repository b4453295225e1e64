using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Pionir.Application.Organization.Imports;
using Pionir.Domain.Organization.Imports;

namespace Pionir.Infrastructure.Organization;

/// <summary>Rows and findings by binary COPY, the fastest way into PostgreSQL.</summary>
internal static class ImportCopy
{
    private const NpgsqlDbType TextArray = NpgsqlDbType.Array | NpgsqlDbType.Text;

    public static async Task WriteAsync(
        NpgsqlConnection connection,
        ImportId id,
        IEnumerable<StagedRow> rows,
        CancellationToken cancellationToken
    )
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            COPY import_rows (import_id, row_number, cells, errors, new_id, key, previous_key, name, search_words,
                              number_kind, sex, birth_date, employment_type, rank, position, position_family,
                              position_level, unit_code, supervisor_number, email, phone, kind, parent_code,
                              active_from, active_to)
            FROM STDIN (FORMAT binary)
            """,
            cancellationToken
        );
        copy.Timeout = TimeSpan.FromHours(1);
        foreach (var row in rows)
        {
            // Synchronous within a row: each value goes into a buffer, and a task per value would cost more than it.
            copy.StartRow();
            copy.Write(id.Value, NpgsqlDbType.Uuid);
            copy.Write(row.Number, NpgsqlDbType.Integer);
            copy.Write(row.Cells as string[] ?? [.. row.Cells], TextArray);
            copy.Write(row.Errors as string[] ?? [.. row.Errors], TextArray);
            copy.Write(row.NewId, NpgsqlDbType.Uuid);
            Text(copy, row.Key);
            Text(copy, row.PreviousKey);
            Text(copy, row.Name);
            Words(copy, row.SearchWords);
            Text(copy, row.NumberKind);
            Text(copy, row.Sex?.ToString());
            Day(copy, row.BirthDate);
            Text(copy, row.EmploymentType?.ToString());
            Text(copy, row.Rank);
            Text(copy, row.Position);
            Text(copy, row.PositionFamily);
            Text(copy, row.PositionLevel);
            Text(copy, row.UnitCode);
            Text(copy, row.SupervisorNumber);
            Text(copy, row.Email);
            Text(copy, row.Phone);
            Text(copy, row.Kind);
            Text(copy, row.ParentCode);
            Day(copy, row.ActiveFrom);
            Day(copy, row.ActiveTo);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    public static async Task WriteAsync(
        NpgsqlConnection connection,
        ImportId id,
        IEnumerable<Finding> findings,
        CancellationToken cancellationToken
    )
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            COPY import_findings (import_id, row_number, outcome, errors, differences, subject_id, unit_id)
            FROM STDIN (FORMAT binary)
            """,
            cancellationToken
        );
        foreach (var finding in findings)
        {
            copy.StartRow();
            copy.Write(id.Value, NpgsqlDbType.Uuid);
            copy.Write(finding.Number, NpgsqlDbType.Integer);
            copy.Write(finding.Outcome.ToString(), NpgsqlDbType.Text);
            copy.Write(finding.Errors.ToArray(), TextArray);
            copy.Write(JsonSerializer.Serialize(finding.Differences, JsonSerializerOptions.Web), NpgsqlDbType.Jsonb);
            Id(copy, finding.SubjectId);
            Id(copy, finding.ParentId?.Value);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private static void Text(NpgsqlBinaryImporter copy, string? value)
    {
        if (value is null)
        {
            copy.WriteNull();
        }
        else
        {
            copy.Write(value, NpgsqlDbType.Text);
        }
    }

    private static void Words(NpgsqlBinaryImporter copy, string[]? value)
    {
        if (value is null)
        {
            copy.WriteNull();
        }
        else
        {
            copy.Write(value, TextArray);
        }
    }

    private static void Day(NpgsqlBinaryImporter copy, DateOnly? value)
    {
        if (value is null)
        {
            copy.WriteNull();
        }
        else
        {
            copy.Write(value.Value, NpgsqlDbType.Date);
        }
    }

    private static void Id(NpgsqlBinaryImporter copy, Guid? value)
    {
        if (value is null)
        {
            copy.WriteNull();
        }
        else
        {
            copy.Write(value.Value, NpgsqlDbType.Uuid);
        }
    }
}
