using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Pionir.Application.Organization.Imports;
using Pionir.Domain.Organization.Imports;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.Organization;

/// <summary>Rows and findings by binary COPY, the fastest way into PostgreSQL.</summary>
internal static class ImportCopy
{
    private const NpgsqlDbType TextArray = NpgsqlDbType.Array | NpgsqlDbType.Text;

    public static Task WriteAsync(
        NpgsqlConnection connection,
        ImportId id,
        IEnumerable<StagedRow> rows,
        CancellationToken cancellationToken
    ) =>
        BinaryCopy.WriteAsync(
            connection,
            """
            COPY import_rows (import_id, row_number, cells, errors, new_id, key, previous_key, name, search_words,
                              number_kind, sex, birth_date, employment_type, rank, position, position_family,
                              position_level, unit_code, supervisor_number, email, phone, kind, parent_code,
                              active_from, active_to, jp, year, occurred_on, form, reference)
            FROM STDIN (FORMAT binary)
            """,
            30,
            rows,
            (copy, row) => Write(copy, id, row),
            cancellationToken
        );

    private static void Write(BinaryCopy copy, ImportId id, StagedRow row)
    {
        copy.Id(id.Value);
        copy.Number(row.Number);
        copy.Texts(row.Cells);
        copy.Texts(row.Errors);
        copy.Id(row.NewId);
        copy.Text(row.Key);
        copy.Text(row.PreviousKey);
        copy.Text(row.Name);
        copy.Texts(row.SearchWords);
        copy.Text(row.NumberKind);
        copy.Text(row.Sex?.ToString());
        copy.Day(row.BirthDate);
        copy.Text(row.EmploymentType?.ToString());
        copy.Text(row.Rank);
        copy.Text(row.Position);
        copy.Text(row.PositionFamily);
        copy.Text(row.PositionLevel);
        copy.Text(row.UnitCode);
        copy.Text(row.SupervisorNumber);
        copy.Text(row.Email);
        copy.Text(row.Phone);
        copy.Text(row.Kind);
        copy.Text(row.ParentCode);
        copy.Day(row.ActiveFrom);
        copy.Day(row.ActiveTo);
        copy.Number(row.Jp);
        copy.Number(row.Year);
        copy.Day(row.OccurredOn);
        copy.Text(row.Form);
        copy.Text(row.Reference);
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
