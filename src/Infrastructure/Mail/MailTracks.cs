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
            newest[reader.GetGuid(0)] = new MailTrack(
                Enum.Parse<MailState>(reader.GetString(1)),
                reader.GetFieldValue<DateTimeOffset>(2),
                reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetString(4)
            );
        }
        return newest;
    }
}
