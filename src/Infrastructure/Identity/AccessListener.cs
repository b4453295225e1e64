using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Pionir.Infrastructure.Identity;

/// <summary>Hears from the database, on every instance, that rights may have changed.</summary>
internal sealed class AccessListener(NpgsqlDataSource database, AccessCache cache, ILogger<AccessListener> logger)
    : BackgroundService
{
    private const string Channel = "access_changed";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException or IOException)
            {
                logger.LogWarning(exception, "Rights are read from the database until changes can be heard again");
            }
            catch (OperationCanceledException)
            {
                return;
            }
            finally
            {
                cache.IsListening = false;
                cache.Empty();
            }
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await using var connection = await database.OpenConnectionAsync(stoppingToken);
        connection.Notification += (_, _) => cache.Empty();
        await using (var command = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await command.ExecuteNonQueryAsync(stoppingToken);
        }
        cache.Empty();
        cache.IsListening = true;
        while (true)
        {
            await connection.WaitAsync(stoppingToken);
        }
    }
}
