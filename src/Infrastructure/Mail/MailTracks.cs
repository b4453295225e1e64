using Npgsql;
using Pionir.Application.Common.Mail;

namespace Pionir.Infrastructure.Mail;

/// <inheritdoc cref="IMailTracks"/>
internal sealed class MailTracks(NpgsqlDataSource database) : IMailTracks
{
    internal const string Newest = """
        SELECT DISTINCT ON (about_id) about_id, state, coalesce(sent_at, created_at), to_address, last_error
        FROM mail_outbox WHERE about_id = ANY ($1) ORDER BY about_id, created_at DESC, id DESC
        """;

    /// <summary>The newest about a <c>p.id</c>, as <see cref="TrackAt"/> reads it.</summary>
    internal const string NewestOfP = """
        SELECT state, coalesce(sent_at, created_at) AS at, to_address, last_error
        FROM mail_outbox WHERE about_id = p.id ORDER BY created_at DESC, id DESC LIMIT 1
        """;

    public async Task<IReadOnlyDictionary<Guid, MailTrack>> NewestAsync(
        IReadOnlyCollection<Guid> about,
        CancellationToken cancellationToken
    )
    {
        var newest = new Dictionary<Guid, MailTrack>();
        if (about.Count == 0)
            return newest;
        await using var command = database.CreateCommand(Newest);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. about] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            newest[reader.GetGuid(0)] = TrackAt(1, reader);
        }
        return newest;
    }

    internal static MailTrack TrackAt(int column, NpgsqlDataReader row) =>
        new(
            Enum.Parse<MailState>(row.GetString(column)),
            row.GetFieldValue<DateTimeOffset>(column + 1),
            row.GetString(column + 2),
            row.IsDBNull(column + 3) ? null : row.GetString(column + 3)
        );
}
