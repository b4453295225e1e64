using Npgsql;
using Pionir.Application.Trainings.Participation;
using Pionir.Application.Trainings.Queries;
using Pionir.Domain.Trainings;

namespace Pionir.Infrastructure.Trainings;

/// <inheritdoc cref="IParticipantPages"/>
internal sealed class ParticipantPages(NpgsqlDataSource database) : IParticipantPages
{
    private const string Columns = """
        p.id, p.employee_id, p.unit_id, p.supervisor_id, p.name, p.identity_number, p.affiliation, p.state, p.state_since,
        p.source, p.note, p.reason, p.nominated_by, p.reserve_rank, p.replaced_by_id, p.post_test_score,
        p.certificate_file_hash IS NOT NULL, i.expires_at, i.kind, p.recommended_jp, p.recommended_target
        """;

    public async Task<(IReadOnlyList<ParticipantLine> Rows, int Total)> ReadAsync(
        ListParticipants wanted,
        PeopleWithin? within,
        CancellationToken cancellationToken
    )
    {
        var (conditions, values) = Filter(wanted, within);
        var sort = wanted.Sort switch
        {
            "rank" => "p.reserve_rank, p.name, p.id",
            "nominatedAt" => "p.nominated_at, p.id",
            "state" => "p.state, p.name, p.id",
            _ => "p.name, p.id",
        };
        var (limit, offset) = (values.Count + 1, values.Count + 2);
        await using var batch = database.CreateBatch();
        Add(
            // No participant has two open invitations.
            $"""
            SELECT {Columns} FROM participants p
            LEFT JOIN invitations i ON i.participant_id = p.id AND i.answer IS NULL
            WHERE {conditions} ORDER BY {sort} LIMIT ${limit} OFFSET ${offset}
            """,
            [.. values, wanted.Page.Size, wanted.Page.Skip]
        );
        Add($"SELECT count(*)::int FROM participants p WHERE {conditions}", values);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var rows = new List<ParticipantLine>(wanted.Page.Size);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(LineOf(reader));
        }
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (rows, reader.GetInt32(0));

        void Add(string sql, List<object> parameters)
        {
            var command = new NpgsqlBatchCommand(sql);
            parameters.ForEach(value => command.Parameters.Add(new NpgsqlParameter { Value = value }));
            batch.BatchCommands.Add(command);
        }
    }

    private static (string Conditions, List<object> Values) Filter(ListParticipants wanted, PeopleWithin? within)
    {
        var values = new List<object> { wanted.TrainingId };
        var conditions = "p.training_id = $1";
        if (within is not null)
        {
            conditions += within.Superior is { } superior
                ? $" AND (p.unit_id = ANY ({Place(within.Units)}) OR p.supervisor_id = {Place(superior)})"
                : $" AND p.unit_id = ANY ({Place(within.Units)})";
        }
        if (wanted.States.Count > 0)
        {
            conditions += $" AND p.state = ANY ({Place(wanted.States.Select(state => state.ToString()).ToArray())})";
        }
        if (wanted.UnitId is { } unit)
        {
            conditions += $" AND p.unit_id = {Place(unit)}";
        }
        if (!string.IsNullOrWhiteSpace(wanted.Search))
        {
            var pattern = Place("%" + Escape(wanted.Search.Trim()) + "%");
            conditions += $" AND (lower(p.name) LIKE {pattern} OR p.identity_number LIKE {pattern})";
        }
        return (conditions, values);

        string Place(object value)
        {
            values.Add(value);
            return $"${values.Count}";
        }
    }

    /// <summary>The database lowers the name; a search typed in capitals means the same.</summary>
    private static string Escape(string text) =>
        text.ToLowerInvariant()
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);

    private static ParticipantLine LineOf(NpgsqlDataReader row)
    {
        return new ParticipantLine(
            row.GetGuid(0),
            Id(1),
            Id(2),
            Id(3),
            row.GetString(4),
            Text(5),
            row.GetString(6),
            Enum.Parse<ParticipantState>(row.GetString(7)),
            row.GetFieldValue<DateTimeOffset>(8),
            Enum.Parse<ParticipantSource>(row.GetString(9)),
            Text(10),
            Number(19),
            Number(20),
            Text(11),
            row.GetGuid(12),
            Number(13),
            Id(14),
            row.IsDBNull(15) ? null : row.GetDecimal(15),
            row.GetBoolean(16),
            row.IsDBNull(17) ? null : row.GetFieldValue<DateTimeOffset>(17),
            row.IsDBNull(18) ? null : Enum.Parse<InvitationKind>(row.GetString(18))
        );

        Guid? Id(int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
        int? Number(int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }
}
