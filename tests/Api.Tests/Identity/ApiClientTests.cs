using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Identity;

public sealed class ApiClientTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Clients = "/api/v1/api-clients";
    private static readonly TestUser Admin = TestUser.With(Permission.ApiClientsManage);

    [Fact]
    public async Task Token_OpensWhatItsScopesSay_AndNoMore()
    {
        var client = await CreateAsync("organization.read", "trainings.read");
        var token = await TokenAsync(client, "organization.read");

        (await UseAsync(token, "/api/v1/units")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await UseAsync(token, "/api/v1/audit").ShouldRefuseAsync(HttpStatusCode.Forbidden, "access.permission_missing");
    }

    [Theory]
    [InlineData("client_credentials", "wrong", null, "invalid_client", HttpStatusCode.Unauthorized)]
    [InlineData("client_credentials", null, "certificates.read", "invalid_scope", HttpStatusCode.BadRequest)]
    [InlineData("password", null, null, "unsupported_grant_type", HttpStatusCode.BadRequest)]
    public async Task Refusals_AreThoseOfTheStandard(
        string grant,
        string? secret,
        string? scope,
        string error,
        HttpStatusCode status
    )
    {
        var client = await CreateAsync("trainings.read");

        var response = await AskAsync(client with { Secret = secret ?? client.Secret }, scope, grant);

        response.StatusCode.ShouldBe(status);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString().ShouldBe(error);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Secret_MayAlsoComeInTheBasicHeader()
    {
        var client = await CreateAsync("trainings.read");
        var http = api.Client();
        var basic = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{client.ClientId}:{client.Secret}"));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", basic);

        var response = await http.PostAsync(
            "/api/v1/oauth/token",
            new FormUrlEncodedContent([new("grant_type", "client_credentials")])
        );

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Token_EndsByTime_AndWithItsClient()
    {
        var client = await CreateAsync("organization.read");
        var (early, late) = (await TokenAsync(client), await TokenAsync(client));
        api.Clock.Advance(TimeSpan.FromMinutes(61));
        (await UseAsync(early, "/api/v1/units")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        late = await TokenAsync(client);
        (await UseAsync(late, "/api/v1/units")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await api.Client(Admin)
            .PostAsJsonAsync($"{Clients}/{client.Id}/disable", new { reason = "Kerja sama selesai" });
        (await UseAsync(late, "/api/v1/units")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(client)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task RotateApiClientSecret_KeepsTheFormerOne_ForTheOverlap()
    {
        var client = await CreateAsync("trainings.read");
        var rotated = await api.Client(Admin)
            .PostAsJsonAsync($"{Clients}/{client.Id}/secret", new { overlapHours = 1 });
        var fresh = (await rotated.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("clientSecret").GetString()!;

        (await AskAsync(client)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await AskAsync(client with { Secret = fresh })).StatusCode.ShouldBe(HttpStatusCode.OK);
        api.Clock.Advance(TimeSpan.FromHours(2));
        (await AskAsync(client)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(client with { Secret = fresh })).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ListApiClients_ShowsUse_AndNeverASecret()
    {
        var client = await CreateAsync("trainings.read");
        await TokenAsync(client);

        var text = await api.Client(Admin).GetStringAsync(Clients);

        text.ShouldNotContain(client.Secret);
        text.ShouldNotContain(OneTimeSecret.HashOf(client.Secret));
        var row = JsonSerializer
            .Deserialize<JsonElement>(text)
            .EnumerateArray()
            .Single(found => found.GetProperty("id").GetGuid() == client.Id);
        row.GetProperty("lastUsedAt").GetDateTimeOffset().ShouldBe(api.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Token_NeedsNoForgeryHeader_AndASessionCookieBesideItDoesNotMatter()
    {
        var token = await TokenAsync(await CreateAsync("organization.read"));
        var page = await api.SignInAsync(await api.AccountAsync((Role.Admin, null)));
        page.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        (await page.Http.GetAsync("/api/v1/users")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private sealed record Known(Guid Id, string ClientId, string Secret);

    private async Task<Known> CreateAsync(params string[] scopes)
    {
        var response = await api.Client(Admin)
            .PostAsJsonAsync(Clients, new { name = $"Sistem {Guid.NewGuid()}", scopes });
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var made = await response.Content.ReadFromJsonAsync<JsonElement>();
        return new Known(
            made.GetProperty("id").GetGuid(),
            made.GetProperty("clientId").GetString()!,
            made.GetProperty("clientSecret").GetString()!
        );
    }

    private Task<HttpResponseMessage> AskAsync(Known client, string? scope = null, string grant = "client_credentials")
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = grant,
            ["client_id"] = client.ClientId,
            ["client_secret"] = client.Secret,
        };
        if (scope is not null)
        {
            form["scope"] = scope;
        }
        return api.Client().PostAsync("/api/v1/oauth/token", new FormUrlEncodedContent(form));
    }

    private async Task<string> TokenAsync(Known client, string? scope = null)
    {
        var answer = await (await AskAsync(client, scope)).Content.ReadFromJsonAsync<JsonElement>();
        answer.GetProperty("token_type").GetString().ShouldBe("Bearer");
        return answer.GetProperty("access_token").GetString()!;
    }

    private Task<HttpResponseMessage> UseAsync(string token, string address)
    {
        var http = api.Client();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http.GetAsync(address);
    }
}
