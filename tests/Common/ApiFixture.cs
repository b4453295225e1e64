using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pionir.Infrastructure.Identity;
using Xunit;

namespace Pionir.Tests.Common;

/// <summary>One API with one database for all tests of a class: <c>IClassFixture&lt;ApiFixture&gt;</c>.</summary>
public class ApiFixture : IAsyncLifetime
{
    /// <summary>As the API reads and writes JSON.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public FakeClock Clock { get; } = new();
    public TestDatabase Database { get; private set; } = null!;
    public PionirHost Host { get; private set; } = null!;

    protected virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>();

    protected virtual void Replace(IServiceCollection services) { }

    public virtual async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Host = new PionirHost(Database.OwnerConnection, Database.AppConnection, Clock, Settings, Replace);
        _ = Host.Services;
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>An HTTP client as somebody; as nobody without an argument.</summary>
    public HttpClient Client(TestUser? user = null)
    {
        var client = Host.CreateClient();
        if (user is not null)
        {
            var json = JsonSerializer.Serialize(user);
            client.DefaultRequestHeaders.Add(TestUser.Header, Convert.ToBase64String(Encoding.UTF8.GetBytes(json)));
        }
        return client;
    }

    /// <summary>Sends a request through the real pipeline without HTTP, to set a scene or to look at the outcome.</summary>
    public async Task<T> SendAsync<T>(IRequest<T> request, TestUser? user = null)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(user ?? TestUser.Everything);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Works with the services of one scope as somebody.</summary>
    public async Task<T> ScopeAsync<T>(Func<IServiceProvider, Task<T>> act, TestUser? user = null)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(user ?? TestUser.Everything);
        return await act(scope.ServiceProvider);
    }

    /// <summary>SQL as the owner, for scenes that the product itself would refuse.</summary>
    public async Task<int> SqlAsync(FormattableString sql)
    {
        await using var connection = new NpgsqlConnection(Database.OwnerConnection);
        await connection.OpenAsync();
        await using var command = Command(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(FormattableString sql)
    {
        await using var connection = new NpgsqlConnection(Database.OwnerConnection);
        await connection.OpenAsync();
        await using var command = Command(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private static NpgsqlCommand Command(FormattableString sql, NpgsqlConnection connection)
    {
        var names = Enumerable.Range(0, sql.ArgumentCount).Select(i => (object)$"${i + 1}").ToArray();
        var command = new NpgsqlCommand(string.Format(CultureInfo.InvariantCulture, sql.Format, names), connection);
        foreach (var argument in sql.GetArguments())
        {
            command.Parameters.Add(new NpgsqlParameter { Value = argument ?? DBNull.Value });
        }
        return command;
    }
}
