using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Pionir.Application.Certificates;
using Pionir.Domain.Certificates;

namespace Pionir.Infrastructure.Certificates;

/// <summary>
/// Gathers looks in memory and adds them to the day's count once a second, so that reading stays reading and many looks at
/// one certificate do not queue for its row. An instance that is killed loses the looks of its last second; one that is
/// shut down, none.
/// </summary>
internal sealed class LookCounter(NpgsqlDataSource database, ILogger<LookCounter> logger)
    : BackgroundService,
        ILookCounter
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Dictionary<(Guid Certificate, DateOnly Day), int> looks = [];

    public void Count(CertificateId certificate, DateOnly day) => Add((certificate.Value, day), 1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SaveAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await SaveAsync(CancellationToken.None);
        }
    }

    private void Add((Guid Certificate, DateOnly Day) of, int count)
    {
        lock (gate)
            looks[of] = looks.GetValueOrDefault(of) + count;
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        Dictionary<(Guid Certificate, DateOnly Day), int> gathered;
        lock (gate)
        {
            if (looks.Count == 0)
                return;
            (gathered, looks) = (looks, []);
        }
        try
        {
            // Always in the same order, so that two instances never wait for each other in a circle.
            await using var command = database.CreateCommand(
                """
                INSERT INTO certificate_looks (certificate_id, day, looks)
                SELECT * FROM unnest($1, $2, $3) AS gathered (certificate_id, day, looks) ORDER BY certificate_id, day
                ON CONFLICT (certificate_id, day) DO UPDATE SET looks = certificate_looks.looks + EXCLUDED.looks
                """
            );
            command.Parameters.AddWithValue(gathered.Keys.Select(of => of.Certificate).ToArray());
            command.Parameters.AddWithValue(gathered.Keys.Select(of => of.Day).ToArray());
            command.Parameters.AddWithValue(gathered.Values.ToArray());
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is NpgsqlException or OperationCanceledException)
        {
            logger.LogWarning(exception, "Looks at certificates cannot be counted now; they are kept for later");
            foreach (var (of, count) in gathered)
                Add(of, count);
        }
    }
}
