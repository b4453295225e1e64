using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Identity;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;

namespace Pionir.Tests.Common;

/// <summary>Real accounts with real sessions, for tests of the doors themselves.</summary>
public static class People
{
    public const string Password = "kuda hijau makan pisang";

    /// <summary>An account that can sign in with <see cref="Password"/>.</summary>
    public static Task<Account> AccountAsync(this ApiFixture api, params (Role Role, UnitId? Unit)[] roles) =>
        api.AccountAsync(null, roles);

    public static async Task<Account> AccountAsync(
        this ApiFixture api,
        EmployeeId? employee,
        params (Role Role, UnitId? Unit)[] roles
    )
    {
        if (employee is null && roles.Any(given => RoleTable.Of(given.Role).NeedsEmployee))
        {
            employee = await api.EmployeeAsync(await api.UnitAsync());
        }
        return await api.ScopeAsync(async services =>
        {
            var database = services.GetRequiredService<IDatabase>();
            var now = api.Clock.GetUtcNow();
            var email = $"orang.{Guid.NewGuid():N}@contoh.go.id";
            var account = Account.Invite(email, "Orang Uji", employee, now);
            account.Activate();
            foreach (var (role, unit) in roles)
            {
                var given = account.AssignRole(role, unit, null, now);
                if (!given.IsSuccess)
                {
                    throw new InvalidOperationException(given.Error.Code);
                }
            }
            var credential = Credential.For(account.Id);
            credential.SetPassword(services.GetRequiredService<IPasswordHashing>().Hash(Password), now);
            database.Set<Account>().Add(account);
            database.Set<Credential>().Add(credential);
            await database.SaveChangesAsync();
            return account;
        });
    }

    /// <summary>A browser that has signed in, with cookies and the anti-forgery header of a page.</summary>
    public static async Task<PageClient> SignInAsync(this ApiFixture api, Account account)
    {
        var page = new PageClient(api.Host);
        var response = await page.SignInAsync(account.Email, Password);
        response.EnsureSuccessStatusCode();
        return page;
    }
}

/// <summary>Behaves as the page does: keeps cookies, copies XSRF-TOKEN into the header of changing requests.</summary>
public sealed class PageClient : IDisposable
{
    private readonly CookieJar jar = new();

    public PageClient(PionirHost host) => Http = host.CreateDefaultClient(jar);

    /// <summary>Of an API in another process.</summary>
    public PageClient(Uri address)
    {
        jar.InnerHandler = new SocketsHttpHandler { UseCookies = false };
        Http = new HttpClient(jar) { BaseAddress = address };
    }

    public HttpClient Http { get; }

    public IDictionary<string, string> Cookies => jar.Cookies;

    /// <summary>Off to see what happens without the header.</summary>
    public bool SendsForgeryToken
    {
        get => jar.SendsForgeryToken;
        set => jar.SendsForgeryToken = value;
    }

    public void Dispose()
    {
        Http.Dispose();
        jar.Dispose();
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password) =>
        Http.PostAsJsonAsync("/api/v1/session", new { email, password });

    private sealed class CookieJar : DelegatingHandler
    {
        public ConcurrentDictionary<string, string> Cookies { get; } = new();
        public bool SendsForgeryToken { get; set; } = true;

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (!Cookies.IsEmpty)
            {
                request.Headers.Add(
                    "Cookie",
                    string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"))
                );
            }
            if (
                SendsForgeryToken
                && request.Method != HttpMethod.Get
                && Cookies.TryGetValue("XSRF-TOKEN", out var token)
            )
            {
                request.Headers.Add("X-XSRF-TOKEN", token);
            }
            var response = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                var (name, value) = Read(cookie);
                if (value.Length == 0)
                {
                    Cookies.TryRemove(name, out _);
                }
                else
                {
                    Cookies[name] = value;
                }
            }
            return response;
        }

        private static (string Name, string Value) Read(string cookie)
        {
            var pair = cookie.Split(';')[0];
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            return (pair[..at], pair[(at + 1)..]);
        }
    }
}
