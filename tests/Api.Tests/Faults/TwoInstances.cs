using System.Net.Http.Json;
using System.Text.Json;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Faults;

/// <summary>Two real API processes on one database and one folder of files, and an officer signed in at the first.</summary>
[CollectionDefinition(Collection)]
public sealed class TwoInstances : IAsyncLifetime, ICollectionFixture<TwoInstances>
{
    public const string Collection = "two instances";

    private readonly CancellationTokenSource stop = new(TimeSpan.FromMinutes(5));
    private readonly List<ApiProcess> processes = [];

    public FaultBed Bed { get; } = new();

    /// <summary>The browser as the first instance sees it.</summary>
    public PageClient First { get; private set; } = null!;

    /// <summary>The same browser, sent to the second instance by the proxy between.</summary>
    public PageClient Second { get; private set; } = null!;

    public CancellationToken Stop => stop.Token;

    public async ValueTask InitializeAsync()
    {
        await Bed.InitializeAsync();
        // At the same moment: one of them makes the scheduler's tables, the other finds them made.
        processes.AddRange(await Task.WhenAll(Bed.StartAsync(0, Stop), Bed.StartAsync(0, Stop)));
        (First, Second) = await SignInAsync(Bed.Officer.Email);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
        {
            await process.DisposeAsync();
        }
        await Bed.DisposeAsync();
        stop.Dispose();
    }

    /// <summary>Signs in at the first instance only; the cookies are all that the second gets.</summary>
    public async Task<(PageClient First, PageClient Second)> SignInAsync(string email)
    {
        var (first, second) = (processes[0].Page(), processes[1].Page());
        (await first.SignInAsync(email, People.Password)).EnsureSuccessStatusCode();
        foreach (var (name, value) in first.Cookies)
        {
            second.Cookies[name] = value;
        }
        return (first, second);
    }

    /// <summary>Sends the same request by 64 clients at once, half of them to each instance.</summary>
    public async Task<List<(int Status, JsonElement Body)>> RaceAsync(
        Func<int, string> path,
        object body,
        (PageClient First, PageClient Second)? pages = null
    )
    {
        var (first, second) = pages ?? (First, Second);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 64)
                .Select(async racer =>
                {
                    using var response = await (racer % 2 == 0 ? first : second).Http.PostAsJsonAsync(
                        "/api/v1" + path(racer),
                        body,
                        Stop
                    );
                    return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Stop));
                })
        );
        return [.. answers];
    }
}
