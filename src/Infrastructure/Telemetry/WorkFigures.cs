using Npgsql;

namespace Pionir.Infrastructure.Telemetry;

/// <summary>Where the queues and the outbox stand, in seconds and pieces.</summary>
/// <param name="OldestJobSeconds">How long the oldest job waits that nobody works on.</param>
/// <param name="FailedJobs">Given up within a day.</param>
/// <param name="OldestMailSeconds">How long the oldest mail waits since it was written.</param>
/// <param name="FailedMails">Given up within a day.</param>
/// <param name="WaitingStamps">Papers that wait for the time-stamp authority.</param>
/// <param name="OldestStampSeconds">How long the first of them waits.</param>
public sealed record WorkState(
    long WaitingJobs,
    long RunningJobs,
    double OldestJobSeconds,
    long FailedJobs,
    long WaitingMails,
    double OldestMailSeconds,
    long FailedMails,
    long WaitingStamps,
    double OldestStampSeconds
);

/// <summary>Read from the database, so that each instance tells the same; at most every few seconds.</summary>
public sealed class WorkFigures(NpgsqlDataSource database, TimeProvider time)
{
    private const string Sql = """
        SELECT jobs.*, mails.*, stamps.* FROM (
            SELECT count(*) FILTER (WHERE state = 'Queued'),
                   count(*) FILTER (WHERE state = 'Running'),
                   coalesce(extract(epoch FROM $1 - min(coalesce(lease_until, requested_at))
                       FILTER (WHERE state = 'Queued')), 0)::float8,
                   count(*) FILTER (WHERE state = 'Failed')
            FROM jobs WHERE state IN ('Queued', 'Running')
                OR (state = 'Failed' AND finished_at > $1 - interval '1 day')) AS jobs, (
            SELECT count(*) FILTER (WHERE state <> 'Failed'),
                   coalesce(extract(epoch FROM $1 - min(created_at) FILTER (WHERE state <> 'Failed')), 0)::float8,
                   count(*) FILTER (WHERE state = 'Failed')
            FROM mail_outbox WHERE state IN ('Waiting', 'Sending')
                OR (state = 'Failed' AND next_attempt_at > $1 - interval '1 day')) AS mails, (
            SELECT count(*), coalesce(extract(epoch FROM $1 - min(asked_at)), 0)::float8 FROM stamp_queue) AS stamps
        """;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly Lock turn = new();
    private DateTimeOffset readAt;
    private WorkState? last;

    /// <returns>Null while the database cannot be asked.</returns>
    public WorkState? Now()
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            if (last is null || now - readAt > Fresh)
            {
                last = Read(now);
                readAt = now;
            }
            return last;
        }
    }

    private WorkState? Read(DateTimeOffset now)
    {
        try
        {
            using var command = database.CreateCommand(Sql);
            command.Parameters.AddWithValue(now);
            using var reader = command.ExecuteReader();
            reader.Read();
            return new WorkState(
                reader.GetInt64(0),
                reader.GetInt64(1),
                Math.Max(0, reader.GetDouble(2)),
                reader.GetInt64(3),
                reader.GetInt64(4),
                Math.Max(0, reader.GetDouble(5)),
                reader.GetInt64(6),
                reader.GetInt64(7),
                Math.Max(0, reader.GetDouble(8))
            );
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }
}
