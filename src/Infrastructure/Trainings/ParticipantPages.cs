using Npgsql;
using Pionir.Application.Trainings.Participation;
using Pionir.Application.Trainings.Queries;
using Pionir.Domain.Trainings;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.Trainings;

/// <inheritdoc cref="IParticipantPages"/>
internal sealed class ParticipantPages(NpgsqlDataSource database) : IParticipantPages
{
    internal const string Columns = """
        p.id, p.employee_id, p.unit_id, p.supervisor_id, p.name, p.identity_number, p.affiliation, p.state, p.state_since,
        p.source, p.note, p.reason, p.nominated_by, p.reserve_rank, p.replaced_by_id, p.post_test_score,
        p.certificate_file_hash IS NOT NULL, i.expires_at, i.kind, p.recommended_jp, p.recommended_target
        """;

    /// <summary>No participant has two open invitations.</summary>
    internal const string Invitation = "LEFT JOIN invitations i ON i.participant_id = p.id AND i.answer IS NULL";

    public Task<(IReadOnlyList<ParticipantLine> Rows, int Total)> ReadAsync(
        ListParticipants wanted,
        PeopleWithin? within,
        CancellationToken cancellationToken
    )
    {
        var page = new PageStatement(Columns, "participants p");
        page.Where($"p.training_id = {page.Place(wanted.TrainingId)}");
        if (within is not null)
        {
            var ofUnits = $"p.unit_id = ANY ({page.Place(within.Units)})";
            page.Where(
                within.Superior is { } superior ? $"({ofUnits} OR p.supervisor_id = {page.Place(superior)})" : ofUnits
            );
        }
        if (wanted.States.Count > 0)
            page.Where($"p.state = ANY ({page.Place(wanted.States.Select(state => state.ToString()).ToArray())})");
        if (wanted.UnitId is { } unit)
            page.Where($"p.unit_id = {page.Place(unit)}");
        if (!string.IsNullOrWhiteSpace(wanted.Search))
        {
            var part = page.PlacePart(wanted.Search);
            page.Where($"(lower(p.name) LIKE {part} OR p.identity_number LIKE {part})");
        }
        var order = wanted.Sort switch
        {
            "rank" => "p.reserve_rank, p.name, p.id",
            "nominatedAt" => "p.nominated_at, p.id",
            "state" => "p.state, p.name, p.id",
            _ => "p.name, p.id",
        };
        return page.ReadAsync(database, wanted.Page, order, LineOf, cancellationToken, Invitation);
    }

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
