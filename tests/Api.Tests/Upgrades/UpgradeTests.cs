using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pionir.Infrastructure.Verification;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Upgrades;

/// <summary>
/// Starts this version on the data of an earlier one: a training with people, attendance, JP and certificates, all
/// invented. When a version is published, its data is added here and stays: schema of then, so that a migration which
/// works on an empty table only is found out.
/// </summary>
public sealed class UpgradeTests
{
    private static readonly string[] Kept =
    [
        "employees",
        "units",
        "trainings",
        "participants",
        "attendance_marks",
        "ledger_entries",
        "ledger_heads",
        "certificates",
        "audit_entries",
        "mail_outbox",
        "accounts",
    ];

    [Theory]
    [InlineData("first.sql.gz")]
    public async Task Migrations_RunForward_OnTheDataOfAnEarlierVersion(string data)
    {
        await using var database = await TestDatabase.EmptyAsync();
        await FillAsync(database, data);
        var before = await CountsAsync(database);

        await using var host = new PionirHost(database.OwnerConnection, database.AppConnection, new FakeClock());
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.Add(
            TestUser.Header,
            Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(TestUser.Everything))
        );
        var trainings = await client.GetFromJsonAsync<JsonElement>("/api/v1/trainings");
        var employees = await client.GetFromJsonAsync<JsonElement>("/api/v1/employees");
        var certificates = await client.GetFromJsonAsync<JsonElement>("/api/v1/certificates");
        await using var scope = host.Services.CreateAsyncScope();
        var check = scope.ServiceProvider.GetRequiredService<RecordCheck>();
        var ledger = await check.LedgerAsync(default);
        var papers = await check.CertificatesAsync(default);

        (await CountsAsync(database)).ShouldBe(before);
        trainings.GetProperty("total").GetInt32().ShouldBe(1);
        employees.GetProperty("total").GetInt32().ShouldBeGreaterThan(20);
        certificates.GetProperty("total").GetInt32().ShouldBe(15);
        (ledger.Looked, ledger.Faults.Count).ShouldBe((15, 0));
        (papers.Looked, papers.Faults.Count).ShouldBe((15, 0));
    }

    [Theory]
    [InlineData(" jepang ", "JP")]
    [InlineData("Republik Indonesia (Jakarta)", "ID")]
    [InlineData("Negeri Seberang", "XX")]
    public async Task TypedCountries_BecomeCodes(string typed, string code)
    {
        await using var database = await TestDatabase.EmptyAsync();
        await FillAsync(database, "first.sql.gz");
        await RunAsync(database, $"UPDATE trainings SET country = '{typed}'");

        await using var host = new PionirHost(database.OwnerConnection, database.AppConnection, new FakeClock());
        _ = host.Services;

        (await RunAsync(database, "SELECT country FROM trainings")).ShouldBe(code);
        // What nobody can read is kept in words.
        var notes = await RunAsync(database, "SELECT coalesce(notes, '') FROM trainings");
        ((string)notes!).Contains(typed, StringComparison.Ordinal).ShouldBe(code == "XX");
    }

    private static async Task<object?> RunAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.OwnerConnection + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static async Task FillAsync(TestDatabase database, string data)
    {
        await using var packed = typeof(UpgradeTests).Assembly.GetManifestResourceStream(data)!;
        using var sql = new StreamReader(new GZipStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        await using var connection = new NpgsqlConnection(database.OwnerConnection + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(await sql.ReadToEndAsync(), connection);
        await command.ExecuteNonQueryAsync();
        // It was made as a demo; by its administrator's address the product would know it and not start with it.
        await RunAsync(
            database,
            "UPDATE accounts SET email = 'admin@instansi.example' WHERE email = 'admin@contoh.go.id'"
        );
    }

    private static async Task<string> CountsAsync(TestDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.OwnerConnection + ";Pooling=false");
        await connection.OpenAsync();
        var all = Kept.Select(table => $"SELECT '{table} ' || count(*) AS line FROM {table}");
        await using var command = new NpgsqlCommand(
            $"SELECT string_agg(line, ', ' ORDER BY line) FROM ({string.Join(" UNION ALL ", all)}) counts",
            connection
        );
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
