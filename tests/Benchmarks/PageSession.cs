using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Pionir.Benchmarks;

/// <summary>Signs in as the page does, so that what is measured pays for the session too.</summary>
internal sealed class PageSession : IDisposable
{
    private readonly CookieContainer cookies = new();

    private PageSession(Uri address)
    {
        var handler = new SocketsHttpHandler { CookieContainer = cookies, MaxConnectionsPerServer = 256 };
        Http = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
    }

    public HttpClient Http { get; }

    public Guid? EmployeeId { get; private set; }

    /// <param name="role">The first demo account whose role has this name.</param>
    public static async Task<PageSession> SignInAsync(Uri address, string role)
    {
        var session = new PageSession(address);
        var accounts = await session.Http.GetFromJsonAsync<JsonElement>("/api/v1/demo/accounts");
        var account = accounts.EnumerateArray().First(one => one.GetProperty("role").GetString() == role);
        await session.Http.GetFromJsonAsync<JsonElement>("/api/v1/session");
        session.SendToken();
        using var answer = await session.Http.PostAsJsonAsync(
            "/api/v1/session",
            new
            {
                email = account.GetProperty("email").GetString(),
                password = account.GetProperty("password").GetString(),
            }
        );
        answer.EnsureSuccessStatusCode();
        var signedIn = await session.Http.GetFromJsonAsync<JsonElement>("/api/v1/session");
        session.SendToken();
        session.EmployeeId = signedIn.GetProperty("user").GetProperty("employeeId")
            is { ValueKind: JsonValueKind.String } id
            ? id.GetGuid()
            : null;
        return session;
    }

    public async Task<JsonElement> PostAsync(string path, HttpContent? content)
    {
        using var nothing = JsonContent.Create(new { });
        using var answer = await Http.PostAsync(path, content ?? nothing);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? body : throw new InvalidOperationException($"{path}: {body}");
    }

    /// <summary>Waits until a job is done; one that fails ends the benchmark.</summary>
    /// <param name="look">Done each time it is asked for.</param>
    public async Task JobAsync(Guid id, Action? look = null)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            look?.Invoke();
            var job = await Http.GetFromJsonAsync<JsonElement>($"/api/v1/jobs/{id}");
            switch (job.GetProperty("state").GetString())
            {
                case "succeeded":
                    return;
                case "failed":
                    throw new InvalidOperationException($"The job failed: {job}");
                default:
                    // Looking often must not be what a long job waits for.
                    await Task.Delay((int)Math.Clamp(watch.ElapsedMilliseconds / 20, 5, 500));
                    break;
            }
        }
    }

    public void Dispose() => Http.Dispose();

    private void SendToken()
    {
        var token = cookies.GetCookies(Http.BaseAddress!)["XSRF-TOKEN"]?.Value;
        Http.DefaultRequestHeaders.Remove("X-XSRF-TOKEN");
        if (token is not null)
        {
            Http.DefaultRequestHeaders.Add("X-XSRF-TOKEN", Uri.UnescapeDataString(token));
        }
    }
}
