using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;
using Pionir.Build;

namespace Pionir.Benchmarks;

/// <summary>
/// What the machine can do at best: Kestrel, prepared statements and a JSON writer. No sign-in, no rules. A process of
/// its own as the product is: in one with the clients that ask, its threads never go to sleep between two answers.
/// </summary>
internal sealed class BareServer : IAsyncDisposable
{
    public const string Verb = "bare";
    private const string Connection = "ConnectionStrings__Pionir";

    private readonly Process process;

    private BareServer(Process process, string address)
    {
        this.process = process;
        Http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 })
        {
            BaseAddress = new Uri(address),
        };
    }

    public HttpClient Http { get; }

    /// <param name="subject">Whose statement, or the token of which certificate: <see cref="BareStatements"/>.</param>
    public static async Task<BareServer> StartAsync(string connection, string subject)
    {
        var process = Shell.Create(
            "dotnet",
            [typeof(BareServer).Assembly.Location, Verb, subject],
            environment: new Dictionary<string, string?> { [Connection] = connection }
        );
        Shell.Start(process);
        return new BareServer(
            process,
            await process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync())
        );
    }

    /// <summary>Serves until its input ends, with whoever started it at the latest.</summary>
    public static async Task ServeAsync(string subject)
    {
        // What the product sets of driver and runtime helps here too.
        var settings = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Connection))
        {
            MaxAutoPrepare = 50,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            Options = "-c jit=off",
        };
        await using var database = NpgsqlDataSource.Create(settings.ConnectionString);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        foreach (var (path, trips) in BareStatements.Of(subject))
        {
            app.MapGet(path, context => AnswerAsync(context, database, trips));
        }
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        while (await Console.In.ReadLineAsync() is not null) { }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
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
