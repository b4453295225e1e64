using System.Globalization;

namespace Pionir.Build;

/// <summary>Database and API together, as <c>up</c> and the end-to-end tests run them; ends in the reverse order.</summary>
public sealed class Installation : IAsyncDisposable
{
    private readonly PostgresCluster? cluster;
    private readonly ApiProcess api;

    private Installation(PostgresCluster? cluster, ApiProcess api)
    {
        this.cluster = cluster;
        this.api = api;
    }

    public Uri Address => api.Address;

    public string DatabaseDescription => cluster?.Description ?? "the database of ConnectionStrings__Pionir";

    public static async Task<Installation> StartAsync(
        string data,
        int port,
        bool fresh,
        int employees,
        CancellationToken cancellationToken
    )
    {
        var settings = Settings(data);
        if (employees > 0)
        {
            settings["Demo__Employees"] = employees.ToString(CultureInfo.InvariantCulture);
        }
        if (fresh && Directory.Exists(Path.Combine(data, "files")))
        {
            Directory.Delete(Path.Combine(data, "files"), recursive: true);
        }
        var cluster = await StartDatabaseAsync(data, fresh, settings, cancellationToken);
        try
        {
            var log = Path.Combine(data, "logs", "api.log");
            var api = await Say.TimedAsync(
                "Starting the API (schema and demo data on the first start)",
                () => ApiProcess.StartAsync(port, log, settings, cancellationToken)
            );
            return new Installation(cluster, api);
        }
        catch
        {
            if (cluster is not null)
            {
                await cluster.DisposeAsync();
            }
            throw;
        }
    }

    public Task WaitForExitAsync(CancellationToken cancellationToken) => api.WaitForExitAsync(cancellationToken);

    public string LogEnd() => api.LogEnd();

    public async ValueTask DisposeAsync()
    {
        await api.DisposeAsync();
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }
    }

    /// <summary>What the API is told besides its database.</summary>
    public static Dictionary<string, string?> Settings(string data) =>
        new() { ["ASPNETCORE_ENVIRONMENT"] = "Demo", ["Files__Path"] = Path.Combine(data, "files") };

    /// <returns>Null when ConnectionStrings__Pionir names a database; else its own, written into the settings.</returns>
    public static async Task<PostgresCluster?> StartDatabaseAsync(
        string data,
        bool fresh,
        Dictionary<string, string?> settings,
        CancellationToken cancellationToken
    )
    {
        if (Environment.GetEnvironmentVariable("ConnectionStrings__Pionir") is { Length: > 0 })
        {
            // Whoever named a database keeps it: --fresh does not reach that far.
            return fresh
                ? throw new BuildException("--fresh does not empty the database of ConnectionStrings__Pionir.")
                : null;
        }
        var cluster = await Say.TimedAsync(
            "Starting PostgreSQL",
            () =>
                PostgresCluster.StartAsync(
                    Path.Combine(data, "postgresql"),
                    fresh,
                    disposable: false,
                    cancellationToken
                )
        );
        try
        {
            await Databases.PrepareAsync(cluster, create: true, cancellationToken);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
        settings["ConnectionStrings__Pionir"] = cluster.ConnectionString(Databases.Name, Databases.Application);
        settings["ConnectionStrings__PionirOwner"] = cluster.ConnectionString(Databases.Name, Databases.Owner);
        return cluster;
    }
}
