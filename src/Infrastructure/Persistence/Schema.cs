using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Pionir.Infrastructure.Persistence;

/// <summary>Brings the database to this version, as its owner, then gives the application's role what it needs.</summary>
public sealed class Schema(IConfiguration configuration, ILogger<Schema> logger) : IHostedLifecycleService
{
    /// <summary>Append-only tables are known by their trigger, so a new one cannot be forgotten here.</summary>
    private const string Grants = """
        GRANT USAGE ON SCHEMA public TO pionir_app;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO pionir_app;
        GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO pionir_app;
        DO $$
        DECLARE protected regclass;
        BEGIN
            FOR protected IN SELECT tgrelid::regclass FROM pg_trigger WHERE tgname = 'append_only' LOOP
                EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM pionir_app', protected);
            END LOOP;
        END $$;
        """;

    public async Task UpdateAsync(CancellationToken cancellationToken = default)
    {
        var owner =
            configuration.GetConnectionString("PionirOwner")
            ?? configuration.GetConnectionString("Pionir")
            ?? throw new InvalidOperationException("ConnectionStrings:Pionir is not set.");
        await using var database = NpgsqlDataSource.Create(owner);
        var pending = await PendingAsync(database, cancellationToken);
        if (pending.Count > 0)
        {
            await MigrateAsync(owner, cancellationToken);
        }
        // Two instances started together would trip over each other's grants on one table.
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var grants = new NpgsqlCommand($"SELECT pg_advisory_xact_lock(726165); {Grants}", connection);
        await grants.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (pending.Count > 0)
        {
            logger.LogInformation("Database brought up to {Migration}", pending[^1]);
        }
    }

    /// <summary>
    /// Looked up without the framework, which would build a second model of everything for the owner's connection and
    /// compare it table by table, at each start.
    /// </summary>
    private static async Task<List<string>> PendingAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var known = typeof(Schema)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Migration)))
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal)
            .ToList();
        try
        {
            await using var command = database.CreateCommand("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"");
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                known.Remove(reader.GetString(0));
            }
        }
        catch (PostgresException missing)
            when (missing.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidCatalogName)
        {
            // A new database: everything is pending.
        }
        return known;
    }

    private static async Task MigrateAsync(string owner, CancellationToken cancellationToken)
    {
        var options = new DbContextOptionsBuilder<PionirDbContext>()
            .UseNpgsql(owner)
            // Migrations are SQL files; a test compares model and schema instead of a snapshot.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
            .Options;
        await using var context = new PionirDbContext(options);
        await context.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Before anything else of the host starts, so that nothing runs on an older schema.</summary>
    public Task StartingAsync(CancellationToken cancellationToken) => UpdateAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
