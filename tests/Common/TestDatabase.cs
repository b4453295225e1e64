using System.Security.Cryptography;
using Npgsql;
using Pionir.Infrastructure;

namespace Pionir.Tests.Common;

/// <summary>A database of one's own, cloned from a migrated template in some 65 ms.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string AppRole = "pionir_app";
    private static readonly SemaphoreSlim TemplateLock = new(1);
    private static string? template;

    private readonly string name;

    private TestDatabase(string name) => this.name = name;

    /// <summary>As the owner of the schema, who may do everything.</summary>
    public string OwnerConnection => Connection(name, "Minimum Pool Size=0;Maximum Pool Size=20");

    /// <summary>As the role the application runs as.</summary>
    public string AppConnection =>
        Connection(name, $"Username={AppRole};Password={AppRole};Minimum Pool Size=0;Maximum Pool Size=80");

    private static string Server =>
        Environment.GetEnvironmentVariable("PIONIR_TEST_DATABASE")
        ?? throw new InvalidOperationException(
            "PIONIR_TEST_DATABASE is not set. Run `dotnet run build/test.cs`, which starts a PostgreSQL for the tests."
        );

    public static async Task<TestDatabase> CreateAsync()
    {
        var source = await TemplateAsync();
        var database = new TestDatabase($"pionir_test_{Guid.NewGuid():N}");
        await ExecuteAsync($"CREATE DATABASE {database.name} TEMPLATE {source}");
        return database;
    }

    /// <summary>With nothing in it: for data that brings its own schema.</summary>
    public static async Task<TestDatabase> EmptyAsync()
    {
        // Making the template makes the role that the application runs as.
        await TemplateAsync();
        var database = new TestDatabase($"pionir_test_{Guid.NewGuid():N}");
        await ExecuteAsync($"CREATE DATABASE {database.name} TEMPLATE template0");
        return database;
    }

    /// <summary>As the owner, without an API on it.</summary>
    public async Task SqlAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(OwnerConnection + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(OwnerConnection + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    /// <summary>Made once per state of the migrations; several test processes may ask at the same time.</summary>
    private static async Task<string> TemplateAsync()
    {
        if (template is not null)
        {
            return template;
        }
        await TemplateLock.WaitAsync();
        try
        {
            return template ??= await MakeTemplateAsync();
        }
        finally
        {
            TemplateLock.Release();
        }
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var wanted = $"pionir_template_{MigrationsHash()}";
        await using var connection = new NpgsqlConnection(Connection("postgres", "Pooling=false"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT pg_advisory_lock(726163)";
        await command.ExecuteNonQueryAsync();
        command.CommandText = $"SELECT 1 FROM pg_database WHERE datname = '{wanted}'";
        if (await command.ExecuteScalarAsync() is not null)
        {
            return wanted;
        }
        var draft = new TestDatabase(wanted + "_draft");
        command.CommandText = $"DROP DATABASE IF EXISTS {draft.name} WITH (FORCE)";
        await command.ExecuteNonQueryAsync();
        command.CommandText = $"CREATE DATABASE {draft.name}";
        await command.ExecuteNonQueryAsync();
        await using (var host = new PionirHost(draft.OwnerConnection, draft.OwnerConnection, new FakeClock()))
        {
            _ = host.Services;
        }
        NpgsqlConnection.ClearAllPools();
        command.CommandText = $"ALTER ROLE {AppRole} LOGIN PASSWORD '{AppRole}'";
        await command.ExecuteNonQueryAsync();
        command.CommandText = $"ALTER DATABASE {draft.name} RENAME TO {wanted}";
        await command.ExecuteNonQueryAsync();
        return wanted;
    }

    private static string MigrationsHash()
    {
        var assembly = typeof(InfrastructureServices).Assembly;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (
            var file in assembly
                .GetManifestResourceNames()
                .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
                .Order()
        )
        {
            using var stream = assembly.GetManifestResourceStream(file)!;
            using var content = new MemoryStream();
            stream.CopyTo(content);
            hash.AppendData(content.ToArray());
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static string Connection(string database, string more) =>
        new NpgsqlConnectionStringBuilder($"{Server};{more}") { Database = database }.ConnectionString;

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres", "Pooling=false"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
