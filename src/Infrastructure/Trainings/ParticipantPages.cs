using Npgsql;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Participation;
using Pionir.Application.Trainings.Queries;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;
using Pionir.Infrastructure.Mail;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.Trainings;

/// <inheritdoc cref="IParticipantPages"/>
internal sealed class ParticipantPages(NpgsqlDataSource database) : IParticipantPages
{
    internal const string Training = "SELECT unit_id, state, ends_on FROM trainings WHERE id = $1";

    internal const string Columns = """
        p.id, p.employee_id, p.unit_id, p.supervisor_id, p.name, p.identity_number, p.affiliation, p.state, p.state_since,
        p.source, p.note, p.reason, p.nominated_by, p.reserve_rank, p.replaced_by_id, p.post_test_score,
        p.certificate_file_hash IS NOT NULL, i.expires_at, i.kind, p.recommended_jp, p.recommended_target
        """;

    /// <summary>No participant has two open invitations.</summary>
    internal const string Invitation = "LEFT JOIN invitations i ON i.participant_id = p.id AND i.answer IS NULL";

    private const int FirstMailColumn = 21;
    internal const string MailColumns = ", m.state, m.at, m.to_address, m.last_error";
    internal const string Mail = $" LEFT JOIN LATERAL ({MailTracks.NewestOfP}) m ON true";

    public async Task<ParticipantPage?> ReadAsync(
        ListParticipants wanted,
        PeopleWithin? within,
        bool withMail,
        CancellationToken cancellationToken
    )
    {
        var page = withMail
            ? new PageStatement(Columns + MailColumns, "participants", "p", Invitation + Mail)
            : new PageStatement(Columns, "participants", "p", Invitation);
        Narrow(page, wanted, within);
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(
            new(Training) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = wanted.TrainingId } } }
        );
        page.AddTo(batch, wanted.Page, Order(wanted.Sort));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var runBy = UnitId.From(reader.GetGuid(0));
        var state = Enum.Parse<TrainingState>(reader.GetString(1));
        var end = reader.GetFieldValue<DateOnly>(2);
        await reader.NextResultAsync(cancellationToken);
        var (people, total) = await PageStatement.ReadAsync(reader, LineOf, cancellationToken);
        return new ParticipantPage(runBy, state, end, people, total);
    }

    private static void Narrow(PageStatement page, ListParticipants wanted, PeopleWithin? within)
    {
        var training = page.Place(wanted.TrainingId);
        page.Where($"p.training_id = {training}");
        if (within is not null)
        {
            var units = page.Place(within.Units);
            var ofSuperior = within.Superior is { } superior ? $" OR p.supervisor_id = {page.Place(superior)}" : "";
            page.Where(
                $"""
                (p.unit_id = ANY ({units}){ofSuperior}
                    OR (SELECT unit_id FROM trainings WHERE id = {training}) = ANY ({units}))
                """
            );
        }
        if (wanted.States.Count > 0)
            page.Where($"p.state = ANY ({page.Place(wanted.States.Select(state => state.ToString()).ToArray())})");
        if (wanted.UnitId is { } unit)
            page.Where($"p.unit_id = {page.Place(unit)}");
        if (!string.IsNullOrWhiteSpace(wanted.Search))
        {
            var part = page.PlacePart(EmployeeSearch.Ungrouped(wanted.Search));
            page.Where($"(lower(p.name) LIKE {part} OR p.identity_number LIKE {part})");
        }
    }

    private static string Order(string? sort) =>
        sort switch
        {
            "rank" => "p.reserve_rank, p.name, p.id",
            "nominatedAt" => "p.nominated_at, p.id",
            "state" => "p.state, p.name, p.id",
            _ => "p.name, p.id",
        };

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
            row.IsDBNull(18) ? null : Enum.Parse<InvitationKind>(row.GetString(18)),
            row.FieldCount == FirstMailColumn || row.IsDBNull(FirstMailColumn)
                ? null
                : MailTracks.TrackAt(FirstMailColumn, row)
        );

        Guid? Id(int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
        int? Number(int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }
}
