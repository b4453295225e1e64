using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Pionir.Application.Common.Demo;
using Pionir.Infrastructure.Identity;

namespace Pionir.Infrastructure.Demo;

/// <summary>
/// Fills the demo environment, and no other. It comes after the schema and before the server listens, so nobody sees
/// half of it.
/// </summary>
internal sealed class DemoData(
    IHostEnvironment environment,
    DemoBoundary boundary,
    IServiceScopeFactory scopes,
    NpgsqlDataSource database,
    ILogger<DemoData> logger
) : IHostedService
{
    private const long Lock = 726_164;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsEnvironment("Demo"))
        {
            await boundary.CheckAsync(cancellationToken);
            return;
        }
        // A second instance waits, then finds everything there.
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({Lock})", cancellationToken);
        try
        {
            await boundary.CheckAsync(cancellationToken);
            foreach (var seed in SeedTypes())
            {
                await RunAsync(seed, cancellationToken);
            }
        }
        finally
        {
            await ExecuteAsync(connection, $"SELECT pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private List<Type> SeedTypes()
    {
        using var scope = scopes.CreateScope();
        return
        [
            .. scope
                .ServiceProvider.GetServices<IDemoSeed>()
                .OrderBy(seed => seed.Order)
                .ThenBy(seed => seed.GetType().Name, StringComparer.Ordinal)
                .Select(seed => seed.GetType()),
        ];
    }

    /// <summary>Each step in a scope of its own: what one tracks is not in the way of the next.</summary>
    private async Task RunAsync(Type type, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().BecomeSystem(Guid.Empty, "Demo");
        var seed = scope.ServiceProvider.GetServices<IDemoSeed>().Single(candidate => candidate.GetType() == type);
        await seed.SeedAsync(cancellationToken);
        logger.LogInformation("Demo data {Step} in {Milliseconds} ms", type.Name, watch.ElapsedMilliseconds);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
