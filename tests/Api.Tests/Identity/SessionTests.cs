using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Identity;

public sealed class SessionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Session = "/api/v1/session";

    [Fact]
    public async Task GetCurrentUser_WithoutSession_TellsTheInstitution_AndNobody()
    {
        var view = await api.Client().GetFromJsonAsync<JsonElement>(Session);

        view.GetProperty("user").ValueKind.ShouldBe(JsonValueKind.Null);
        view.GetProperty("institution").GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
        view.GetProperty("environment").GetProperty("isDemo").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task SignIn_OpensASession_ThatKnowsRolesAndPermissions()
    {
        var account = await api.AccountAsync((Role.TrainingOfficer, null));

        var page = await api.SignInAsync(account);

        var user = (await page.Http.GetFromJsonAsync<JsonElement>(Session)).GetProperty("user");
        user.GetProperty("email").GetString().ShouldBe(account.Email);
        user.GetProperty("roles")
            .EnumerateArray()
            .Select(role => role.GetString())
            .ShouldBe(["trainingOfficer", "employee"]);
        user.GetProperty("permissions")
            .EnumerateArray()
            .Select(permission => permission.GetString())
            .ShouldContain("trainingsPlan");
    }

    [Fact]
    public async Task SessionCookie_IsOutOfReachOfScripts()
    {
        var account = await api.AccountAsync();
        var response = await new PageClient(api.Host).SignInAsync(account.Email, People.Password);

        var cookie = response
            .Headers.GetValues("Set-Cookie")
            .Single(set => set.StartsWith("pionir.session", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
    }

    [Fact]
    public async Task SignIn_UnknownAndWrong_AnswerTheSame()
    {
        var account = await api.AccountAsync();
        var page = new PageClient(api.Host);

        var wrong = await Problem(await page.SignInAsync(account.Email, "kuda hijau makan apel"));
        var unknown = await Problem(await page.SignInAsync("tidak.ada@contoh.go.id", "kuda hijau makan apel"));

        wrong.GetProperty("code").GetString().ShouldBe("sign_in.refused");
        wrong.GetProperty("detail").GetString().ShouldBe(unknown.GetProperty("detail").GetString());
        wrong.GetProperty("status").GetInt32().ShouldBe(401);
    }

    [Fact]
    public async Task SignIn_AfterFiveWrongTries_IsLocked_AndOpensAgainByTime()
    {
        var account = await api.AccountAsync();
        var page = new PageClient(api.Host);
        for (var i = 0; i < Credential.TriesBeforeLock; i++)
        {
            await page.SignInAsync(account.Email, "bukan kata sandinya");
        }

        (await page.SignInAsync(account.Email, People.Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        api.Clock.Advance(Credential.LockFor);
        (await page.SignInAsync(account.Email, People.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task SignIn_FortyTriesAtOnce_CountEveryOne()
    {
        var account = await api.AccountAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(_ => new PageClient(api.Host).SignInAsync(account.Email, "bukan kata sandinya"))
        );

        var response = await new PageClient(api.Host).SignInAsync(account.Email, People.Password);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task SignOut_EndsTheSession_AlsoForACopyOfTheCookie()
    {
        var page = await api.SignInAsync(await api.AccountAsync());
        var thief = new PageClient(api.Host);
        foreach (var (name, value) in page.Cookies)
        {
            thief.Cookies[name] = value;
        }
        (await UserOf(thief)).ValueKind.ShouldBe(JsonValueKind.Object);

        (await page.Http.DeleteAsync(Session)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await UserOf(thief)).ValueKind.ShouldBe(JsonValueKind.Null);
        (await thief.Http.GetAsync("/api/v1/jobs")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task SignOutEverywhere_EndsAllSessionsOfTheAccount_AndNoOther()
    {
        var account = await api.AccountAsync();
        var (office, phone) = (await api.SignInAsync(account), await api.SignInAsync(account));
        var other = await api.SignInAsync(await api.AccountAsync());

        (await office.Http.DeleteAsync(Session + "/all")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await UserOf(phone)).ValueKind.ShouldBe(JsonValueKind.Null);
        (await UserOf(other)).ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public async Task Session_EndsWhenIdle_AndWhenItsLongestLifeIsOver()
    {
        var idle = await api.SignInAsync(await api.AccountAsync());
        api.Clock.Advance(TimeSpan.FromMinutes(61));
        (await UserOf(idle)).ValueKind.ShouldBe(JsonValueKind.Null);

        var busy = await api.SignInAsync(await api.AccountAsync());
        for (var i = 0; i < 15; i++)
        {
            (await UserOf(busy)).ValueKind.ShouldBe(JsonValueKind.Object);
            api.Clock.Advance(TimeSpan.FromMinutes(50));
        }
        (await UserOf(busy)).ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task ChangingRequest_WithoutTheForgeryHeader_IsRefused()
    {
        var page = await api.SignInAsync(await api.AccountAsync());
        page.SendsForgeryToken = false;

        var problem = await Problem(await page.Http.DeleteAsync(Session + "/all"));

        problem.GetProperty("code").GetString().ShouldBe("access.forgery_token");
        (await UserOf(page)).ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public async Task ChangingRequest_WithTheForgeryTokenOfSomebodyElse_IsRefused()
    {
        var page = await api.SignInAsync(await api.AccountAsync());
        var other = await api.SignInAsync(await api.AccountAsync());
        page.Cookies["XSRF-TOKEN"] = other.Cookies["XSRF-TOKEN"];

        (await page.Http.DeleteAsync(Session + "/all")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task SignedOutInTheMiddleOfAForm_IsToldSo_AndTheFormGoesThroughAfterSigningInAgain()
    {
        var (account, colleague) = (await AdminAsync(), await AdminAsync());
        var page = await api.SignInAsync(account);
        var formToken = page.Cookies["XSRF-TOKEN"];
        var otherWindow = new PageClient(api.Host);
        foreach (var (name, value) in page.Cookies)
        {
            otherWindow.Cookies[name] = value;
        }
        (await otherWindow.Http.DeleteAsync(Session)).EnsureSuccessStatusCode();

        await SendFormAsync(page).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "access.sign_in_required");

        // Somebody else at the same computer: the form of the first must not go out in their name.
        (await page.SignInAsync(colleague.Email, People.Password)).EnsureSuccessStatusCode();
        var colleagueToken = page.Cookies["XSRF-TOKEN"];
        page.Cookies["XSRF-TOKEN"] = formToken;
        await SendFormAsync(page).ShouldRefuseAsync(HttpStatusCode.Forbidden, "access.forgery_token");

        page.Cookies["XSRF-TOKEN"] = colleagueToken;
        (await page.Http.DeleteAsync(Session)).EnsureSuccessStatusCode();
        (await page.SignInAsync(account.Email, People.Password)).EnsureSuccessStatusCode();
        (await SendFormAsync(page)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    private Task<Account> AdminAsync() => api.AccountAsync((Role.Admin, null));

    private static Task<HttpResponseMessage> SendFormAsync(PageClient page) =>
        page.Http.PostAsJsonAsync(
            "/api/v1/api-clients",
            new { name = $"Sistem {Guid.NewGuid()}", scopes = new[] { "trainings.read" } }
        );

    private static async Task<JsonElement> UserOf(PageClient page) =>
        (await page.Http.GetFromJsonAsync<JsonElement>(Session)).GetProperty("user");

    private static Task<JsonElement> Problem(HttpResponseMessage response) =>
        response.Content.ReadFromJsonAsync<JsonElement>();
}
