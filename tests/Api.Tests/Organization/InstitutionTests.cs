using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Organization;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Organization;

public sealed class InstitutionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Address = "/api/v1/institution";
    private static readonly TestUser Admin = TestUser.With(Permission.InstitutionManage);

    [Fact]
    public async Task Get_WithoutSignIn_ShowsNameAndLanguageOnly()
    {
        var view = await api.Client().GetFromJsonAsync<JsonElement>(Address);

        view.GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
        view.GetProperty("settings").ValueKind.ShouldBe(JsonValueKind.Null);
        view.GetProperty("canUpdate").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task NewInstallation_AsksItsAdministratorToFillItIn_AndNobodyElse()
    {
        await api.SqlAsync($"UPDATE institution_versions SET cancelled_at = {FakeClock.Start}");
        (await AskedAsync(Admin)).ShouldBeTrue();
        (await AskedAsync(TestUser.With(Permission.OwnProfile))).ShouldBeFalse();
        var (settings, version) = await ReadAsync();
        settings["address"] = "Jalan Baru";

        (await PutAsync(settings, version)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await AskedAsync(Admin)).ShouldBeFalse();

        async Task<bool> AskedAsync(TestUser user) =>
            (await api.Client(user).GetStringAsync("/api/v1/waiting-items")).Contains("institution.to_fill_in");
    }

    [Fact]
    public async Task Update_HoldsAtOnce_AndIsInTheHistory()
    {
        var (settings, version) = await ReadAsync();
        settings["name"] = "Badan \"Uji\" 🎓 =cmd";
        settings["timeZone"] = "wit";

        var response = await PutAsync(settings, version, reason: "nama baru");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ReadAsync()).Settings["name"]!.GetValue<string>().ShouldBe("Badan \"Uji\" 🎓 =cmd");
        var inForce = await api.Host.Services.GetRequiredService<IInstitution>().CurrentAsync(default);
        inForce.Name.ShouldStartWith("Badan");
        var history = await api.Client(Admin).GetFromJsonAsync<JsonElement>($"{Address}/history");
        var newest = history.GetProperty("versions")[0];
        newest.GetProperty("reason").GetString().ShouldBe("nama baru");
        newest.GetProperty("inForce").GetBoolean().ShouldBeTrue();
        newest
            .GetProperty("changes")
            .EnumerateArray()
            .Select(change => change.GetProperty("setting").GetString())
            .ShouldContain("name");
    }

    [Fact]
    public async Task Update_OfAVersionSomebodyChanged_IsRefused()
    {
        var (settings, version) = await ReadAsync();
        settings["address"] = "Jalan Satu";
        await PutAsync(settings, version);
        settings["address"] = "Jalan Dua";

        var late = await PutAsync(settings, version);
        var blind = await PutAsync(settings, null);

        late.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await CodeAsync(late)).ShouldBe("institution.stale");
        (await CodeAsync(blind)).ShouldBe("request.if_match_required");
    }

    [Fact]
    public async Task Update_FromTwoWindowsAtOnce_OneWins()
    {
        var (settings, version) = await ReadAsync();

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(number =>
                {
                    var own = settings.DeepClone().AsObject();
                    own["address"] = $"Jalan {number}";
                    return PutAsync(own, version);
                })
        );

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed).ShouldBe(7);
    }

    [Fact]
    public async Task Update_WithAPatternWithoutSequence_NamesTheField()
    {
        var (settings, version) = await ReadAsync();
        settings["numbering"]!["activityCode"] = "PK/{year}";

        var response = await PutAsync(settings, version);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        var item = problem.GetProperty("errors")[0];
        item.GetProperty("code").GetString().ShouldBe("institution.pattern_without_sequence");
        item.GetProperty("field").GetString().ShouldBe("numbering.activityCode");
    }

    [Theory]
    [InlineData("""{"settings":null}""")]
    [InlineData("""{"settings":{"identityKinds":[null],"terms":{"centre":null,"roles":{"x":null}}}}""")]
    [InlineData("""{"settings":{"timeZone":"mars"}}""")]
    [InlineData("""{"settings":{"terms":{"roles":{"king":{"id":"Raja","en":"King"}}}}}""")]
    [InlineData("not json")]
    public async Task Update_WithBrokenInput_IsABadRequest(string body)
    {
        var (_, version) = await ReadAsync();
        using var request = new HttpRequestMessage(HttpMethod.Put, Address);
        request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");

        var response = await api.Client(Admin).SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Update_AndHistory_AreForAdministrators()
    {
        var (settings, version) = await ReadAsync();

        (await PutAsync(settings, version, TestUser.With())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await api.Client(TestUser.With()).GetAsync($"{Address}/history")).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await api.Client().GetAsync($"{Address}/history")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Logo_IsWhatItsBytesSay()
    {
        var (_, version) = await ReadAsync();
        byte[] png =
        [
            0x89,
            0x50,
            0x4E,
            0x47,
            0x0D,
            0x0A,
            0x1A,
            0x0A,
            0,
            0,
            0,
            0,
            0x49,
            0x45,
            0x4E,
            0x44,
            0xAE,
            0x42,
            0x60,
            0x82,
        ];

        var disguised = await UploadAsync("<script>alert(1)</script>"u8.ToArray(), version);
        var stored = await UploadAsync(png, version);
        var logo = await api.Client().GetAsync($"{Address}/logo");

        disguised.IsSuccessStatusCode.ShouldBeFalse();
        stored.StatusCode.ShouldBe(HttpStatusCode.OK);
        logo.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await logo.Content.ReadAsByteArrayAsync()).ShouldBe(png);
        var view = await api.Client().GetFromJsonAsync<JsonElement>(Address);
        var address = view.GetProperty("logoAddress").GetString()!;
        address.ShouldStartWith("/api/v1/institution/logo?v=");
        var session = await api.Client().GetFromJsonAsync<JsonElement>("/api/v1/session");
        session.GetProperty("institution").GetProperty("logoUrl").GetString().ShouldBe(address);
        (await api.Client().GetAsync(address)).Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(1));
        logo.Headers.CacheControl!.NoCache.ShouldBeTrue();
    }

    private async Task<(JsonObject Settings, int Version)> ReadAsync()
    {
        var view = (await api.Client(Admin).GetFromJsonAsync<JsonObject>(Address))!;
        return (view["settings"]!.AsObject(), view["version"]!.GetValue<int>());
    }

    private async Task<HttpResponseMessage> PutAsync(
        JsonObject settings,
        int? version,
        TestUser? user = null,
        string? from = null,
        string? reason = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Address);
        request.Content = JsonContent.Create(
            new
            {
                settings,
                effectiveFrom = from,
                reason,
            }
        );
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        }
        return await api.Client(user ?? Admin).SendAsync(request);
    }

    private async Task<HttpResponseMessage> UploadAsync(byte[] content, int version)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", "logo.png" } };
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Address}/logo") { Content = form };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await api.Client(Admin).SendAsync(request);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
