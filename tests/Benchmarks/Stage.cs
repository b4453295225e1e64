using Npgsql;
using Pionir.Build;

namespace Pionir.Benchmarks;

/// <summary>The product on demo data and a database of its own, as <c>up</c> runs it; thrown away at the end.</summary>
internal sealed class Stage : IAsyncDisposable
{
    /// <summary>People of the institution the product is made for.</summary>
    public const int Small = 1834;

    private readonly PostgresCluster cluster;
    private readonly Dictionary<string, string?> settings;
    private ApiProcess api = null!;

    private Stage(PostgresCluster cluster, Dictionary<string, string?> settings)
    {
        this.cluster = cluster;
        this.settings = settings;
        Owner = NpgsqlDataSource.Create(settings["ConnectionStrings__PionirOwner"]! + ";Command Timeout=0");
    }

    public static string Work { get; } = Path.Combine(Repository.Artifacts, "bench");

    /// <summary>What is measured is what is delivered: the published API, put here by build/bench.cs.</summary>
    private static string Program { get; } = Path.Combine(Work, "program");

    public NpgsqlDataSource Owner { get; }

    public string Application => settings["ConnectionStrings__Pionir"]!;

    public Uri Address => api.Address;

    public int ProcessId => api.Id;

    /// <summary>Seconds of processor time that API and database have had so far.</summary>
    public (double Api, double Database) ProcessorSeconds() =>
        (Machine.ProcessorSecondsOf(api.Id), Machine.ProcessorSecondsOf(cluster.ProcessId));

    public static async Task<Stage> SetAsync(CancellationToken stop)
    {
        var settings = Installation.Settings(Work);
        settings["Demo__Employees"] = "200";
        // One machine asks as often here as thousands do elsewhere.
        settings["RateLimits__Checks"] = "0";
        var cluster =
            await Installation.StartDatabaseAsync(Work, fresh: true, settings, stop)
            ?? throw new BuildException("The benchmarks use a database of their own; unset ConnectionStrings__Pionir.");
        var stage = new Stage(cluster, settings);
        await stage.StartAsync(stop);
        return stage;
    }

    public async Task StartAsync(CancellationToken stop) =>
        api = await ApiProcess.StartAsync(
            Network.FreePort(),
            Path.Combine(Work, "api.log"),
            settings,
            stop,
            Path.Combine(Program, "Pionir.Api.dll")
        );

    public ValueTask StopAsync() => api.DisposeAsync();

    public async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Owner.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (api is not null)
        {
            await api.DisposeAsync();
        }
        await Owner.DisposeAsync();
        await cluster.DisposeAsync();
        cluster.Delete();
    }
}
