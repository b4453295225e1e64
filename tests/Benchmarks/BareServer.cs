using System.Data.Common;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Pionir.Benchmarks;

/// <summary>
/// What the machine can do at best: Kestrel, prepared statements and a JSON writer. No sign-in, no rules.
/// </summary>
internal sealed class BareServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly NpgsqlDataSource database;

    private BareServer(WebApplication app, NpgsqlDataSource database)
    {
        this.app = app;
        this.database = database;
        Http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 })
        {
            BaseAddress = new Uri(app.Urls.First()),
        };
    }

    public HttpClient Http { get; }

    /// <param name="reads">SQL by path, one array for each way to the database; its rows are answered as they are.</param>
    public static async Task<BareServer> StartAsync(
        string connection,
        IReadOnlyDictionary<string, IReadOnlyList<BareStatement[]>> reads
    )
    {
        // What the product sets of driver and runtime helps here too.
        var settings = new NpgsqlConnectionStringBuilder(connection)
        {
            MaxAutoPrepare = 50,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            Options = "-c jit=off",
        };
        var database = NpgsqlDataSource.Create(settings.ConnectionString);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        foreach (var (path, trips) in reads)
        {
            app.MapGet(path, context => AnswerAsync(context, database, trips));
        }
        await app.StartAsync();
        return new BareServer(app, database);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    private static async Task AnswerAsync(
        HttpContext context,
        NpgsqlDataSource database,
        IReadOnlyList<BareStatement[]> trips
    )
    {
        context.Response.ContentType = "application/json";
        await using var connection = await database.OpenConnectionAsync(context.RequestAborted);
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartArray();
        foreach (var statements in trips)
        {
            await using var batch = new NpgsqlBatch(connection);
            foreach (var statement in statements)
            {
                var command = new NpgsqlBatchCommand(statement.Sql);
                foreach (var value in statement.Values)
                {
                    command.Parameters.Add(value.Clone());
                }
                batch.BatchCommands.Add(command);
            }
            await using var reader = await batch.ExecuteReaderAsync(context.RequestAborted);
            do
            {
                while (await reader.ReadAsync(context.RequestAborted))
                {
                    WriteRow(json, reader);
                }
            } while (await reader.NextResultAsync(context.RequestAborted));
        }
        json.WriteEndArray();
        await json.FlushAsync(context.RequestAborted);
    }

    private static void WriteRow(Utf8JsonWriter json, DbDataReader reader)
    {
        json.WriteStartObject();
        for (var i = 0; i < reader.FieldCount; i++)
        {
            json.WritePropertyName(reader.GetName(i));
            switch (reader.IsDBNull(i) ? null : reader.GetValue(i))
            {
                case null:
                    json.WriteNullValue();
                    break;
                case int number:
                    json.WriteNumberValue(number);
                    break;
                case long number:
                    json.WriteNumberValue(number);
                    break;
                case DateTime instant:
                    json.WriteStringValue(instant);
                    break;
                case Guid id:
                    json.WriteStringValue(id);
                    break;
                case var other:
                    json.WriteStringValue(other.ToString());
                    break;
            }
        }
        json.WriteEndObject();
    }
}
