using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Identity;

public sealed partial class UserTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Users = "/api/v1/users";
    private const string Password = "/api/v1/account/password";
    private const string Invitation = "/api/v1/account/invitation";

    [Fact]
    public async Task InviteUser_MailsALink_ThatOpensTheAccountOnce()
    {
        var (admin, email) = (await AdminAsync(), Address());
        var invited = await admin.Http.PostAsJsonAsync(
            Users,
            new
            {
                email,
                name = "Siti \"Ani\" Rahma 😀",
                roles = new[] { new { role = "dictionaryEditor" } },
            }
        );
        invited.StatusCode.ShouldBe(HttpStatusCode.Created);
        var token = await TokenAsync(email);
        var visitor = new PageClient(api.Host);

        (await visitor.SignInAsync(email, People.Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var weak = await visitor.Http.PostAsJsonAsync(Invitation, new { token, password = "password1234" });
        await weak.ShouldRefuseAsync(HttpStatusCode.BadRequest, "password.guessable");
        var accepted = await visitor.Http.PostAsJsonAsync(Invitation, new { token, password = People.Password });
        accepted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await visitor.SignInAsync(email, People.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var again = await new PageClient(api.Host).Http.PostAsJsonAsync(
            Invitation,
            new { token, password = "sapi merah minum kopi" }
        );
        await again.ShouldRefuseAsync(HttpStatusCode.Conflict, "account_link.used");
    }

    [Fact]
    public async Task Invitation_Expired_Replaced_Foreign_OrInvented_IsRefused()
    {
        var admin = await AdminAsync();
        var (early, late) = (Address(), Address());
        var id = await InviteAsync(admin, early);
        var first = await TokenAsync(early);
        (await admin.Http.PostAsync($"{Users}/{id}/invitation", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await InviteAsync(admin, late);
        var second = await TokenAsync(late);

        await AcceptAsync(first).ShouldRefuseAsync(HttpStatusCode.Conflict, "account_link.replaced");
        await AcceptAsync("tebakan").ShouldRefuseAsync(HttpStatusCode.NotFound, "account_link.unknown_invitation");
        var other = await api.SignInAsync(await api.AccountAsync());
        var foreign = other.Http.PostAsJsonAsync(Invitation, new { token = second, password = People.Password });
        await foreign.ShouldRefuseAsync(HttpStatusCode.Conflict, "account_link.other_account");
        api.Clock.Advance(TimeSpan.FromDays(8));
        await AcceptAsync(second).ShouldRefuseAsync(HttpStatusCode.Conflict, "account_link.expired_invitation");
    }

    [Fact]
    public async Task InviteUser_WithAnAddressInUse_IsRefused()
    {
        var account = await api.AccountAsync();
        var admin = await AdminAsync();

        var response = admin.Http.PostAsJsonAsync(Users, new { email = account.Email.ToUpperInvariant(), name = "X" });

        await response.ShouldRefuseAsync(HttpStatusCode.Conflict, "account.email_taken");
    }

    [Fact]
    public async Task AssignRole_CountsFromTheVeryNextRequest_AndSoDoesRemoveRole()
    {
        var (admin, account) = (await AdminAsync(), await api.AccountAsync());
        var page = await api.SignInAsync(account);
        (await page.Http.GetAsync("/api/v1/audit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var given = await admin.Http.PostAsJsonAsync($"{Users}/{account.Id.Value}/roles", new { role = "auditor" });
        given.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await page.Http.GetAsync("/api/v1/audit")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var user = await admin.Http.GetFromJsonAsync<JsonElement>($"{Users}/{account.Id.Value}");
        var assignment = user.GetProperty("assigned")[0].GetProperty("id").GetGuid();
        var removed = await admin.Http.DeleteAsync($"{Users}/{account.Id.Value}/roles/{assignment}");
        removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await page.Http.GetAsync("/api/v1/audit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AssignRole_ToOneself_IsRefused()
    {
        var account = await api.AccountAsync((Role.Admin, null));
        var page = await api.SignInAsync(account);

        var response = page.Http.PostAsJsonAsync($"{Users}/{account.Id.Value}/roles", new { role = "headOfCentre" });

        await response.ShouldRefuseAsync(HttpStatusCode.Forbidden, "account.own_roles");
    }

    [Fact]
    public async Task DisableUser_EndsTheSessionsAtOnce_AndIsInTheTrailWithItsReason()
    {
        var (admin, account) = (await AdminAsync(), await api.AccountAsync());
        var page = await api.SignInAsync(account);
        var address = $"{Users}/{account.Id.Value}/disable";

        var response = await admin.Http.PostAsJsonAsync(address, new { reason = "Pindah instansi" });

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await page.Http.GetAsync("/api/v1/jobs")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await page.SignInAsync(account.Email, People.Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var trail = await admin.Http.GetFromJsonAsync<JsonElement>($"/api/v1/audit?subjectId={account.Id.Value}");
        var entry = trail
            .GetProperty("items")
            .EnumerateArray()
            .First(row => row.GetProperty("action").GetString() == "DisableUser");
        entry.GetProperty("reason").GetString().ShouldBe("Pindah instansi");
        entry.GetProperty("details").GetProperty("Status")[1].GetString().ShouldBe("Disabled");
    }

    [Fact]
    public async Task ListUsers_FindsByPartOfNameOrAddress_AndShowsRoles()
    {
        var account = await api.AccountAsync((Role.HrOfficer, null));
        var admin = await AdminAsync();

        var found = await admin.Http.GetFromJsonAsync<JsonElement>(
            $"{Users}?q={account.Email[..20].ToUpperInvariant()}"
        );

        var row = found.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        row.GetProperty("roles")[0].GetProperty("role").GetString().ShouldBe("hrOfficer");
    }

    [Fact]
    public async Task ListRoles_ShowsThatTheAdministratorApprovesNothing()
    {
        var admin = await AdminAsync();

        var roles = await admin.Http.GetFromJsonAsync<JsonElement>("/api/v1/roles");

        var row = roles.EnumerateArray().Single(role => role.GetProperty("role").GetString() == "admin");
        row.GetProperty("permissions").EnumerateArray().Select(p => p.GetString()).ShouldNotContain("trainingsApprove");
    }

    [Fact]
    public async Task PasswordReset_TellsNobodyWhetherTheAddressIsKnown_AndEndsAllSessions()
    {
        var account = await api.AccountAsync();
        var page = await api.SignInAsync(account);
        var visitor = new PageClient(api.Host).Http;

        await AskAsync(account.Email, 1);
        await AskAsync(Address(), 1);
        var token = await TokenAsync(account.Email);
        var reset = await visitor.PostAsJsonAsync(
            "/api/v1/account/password/reset",
            new { token, password = "sapi merah minum kopi" }
        );

        reset.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await page.Http.GetAsync("/api/v1/jobs")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var signIn = await new PageClient(api.Host).SignInAsync(account.Email, "sapi merah minum kopi");
        signIn.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SubjectsAsync(account.Email)).ShouldBe("Atur ulang kata sandi Pionir|Kata sandi Pionir Anda diganti");
    }

    [Fact]
    public async Task ChangePassword_NeedsThePresentOne_EndsOtherSessions_AndIsMailed()
    {
        const string fresh = "sapi merah minum kopi";
        var account = await api.AccountAsync();
        var (here, elsewhere) = (await api.SignInAsync(account), await api.SignInAsync(account));

        var wrong = await here.Http.PutAsJsonAsync(Password, new { currentPassword = "bukan itu", password = fresh });
        var right = await here.Http.PutAsJsonAsync(
            Password,
            new { currentPassword = People.Password, password = fresh }
        );

        await wrong.ShouldRefuseAsync(HttpStatusCode.BadRequest, "password.wrong");
        right.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await here.Http.GetAsync("/api/v1/jobs")).StatusCode.ShouldNotBe(HttpStatusCode.Unauthorized);
        (await elsewhere.Http.GetAsync("/api/v1/jobs")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await SubjectsAsync(account.Email)).ShouldBe("Kata sandi Pionir Anda diganti");
    }

    [Fact]
    public async Task PasswordReset_AskedForAgainAndAgain_MailsOneLink_AndTheOlderStaysGood()
    {
        var account = await api.AccountAsync();
        await AskAsync(account.Email, 3);
        (await LinksAsync(account)).ShouldBe(1);
        var first = await TokenAsync(account.Email);

        api.Clock.Advance(AccountLink.PasswordResetEvery);
        await AskAsync(account.Email, 4);
        (await LinksAsync(account)).ShouldBe(2);

        const string address = "/api/v1/account/password/reset";
        var visitor = new PageClient(api.Host).Http;
        var reset = await visitor.PostAsJsonAsync(address, new { token = first, password = "sapi merah minum kopi" });
        reset.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var ended = await api.ScalarAsync<long>(
            $"SELECT count(*) FROM account_links WHERE account_id = {account.Id.Value} AND replaced_at IS NOT NULL"
        );
        ended.ShouldBe(1);
    }

    [Fact]
    public async Task PasswordReset_IsTheSameWorkForAnUnknownAddress()
    {
        var unknown = Address();

        await AskAsync(unknown, 1);

        var mails = await api.ScalarAsync<long>($"SELECT count(*) FROM mail_outbox WHERE to_address = {unknown}");
        mails.ShouldBe(0);
    }

    private Task<long> LinksAsync(Account account) =>
        api.ScalarAsync<long>($"SELECT count(*) FROM account_links WHERE account_id = {account.Id.Value}");

    /// <summary>Asks until so many requests for the address have been looked at in the background.</summary>
    private async Task AskAsync(string email, int times)
    {
        var visitor = new PageClient(api.Host).Http;
        for (var i = await LookedAtAsync(email); i < times; i++)
        {
            var answer = await visitor.PostAsJsonAsync("/api/v1/account/password/forgotten", new { email });
            answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }
        for (var i = 0; i < 200 && await LookedAtAsync(email) < times; i++)
        {
            await Task.Delay(50);
        }
        (await LookedAtAsync(email)).ShouldBe(times);
    }

    private Task<long> LookedAtAsync(string email) =>
        api.ScalarAsync<long>(
            $"SELECT count(*) FROM jobs WHERE arguments ->> 'email' = {email} AND state = 'Succeeded'"
        );

    private Task<string> SubjectsAsync(string email) =>
        api.ScalarAsync<string>(
            $"SELECT string_agg(subject, '|' ORDER BY subject) FROM mail_outbox WHERE to_address = {email}"
        );

    private async Task<PageClient> AdminAsync() => await api.SignInAsync(await api.AccountAsync((Role.Admin, null)));

    private static async Task<Guid> InviteAsync(PageClient admin, string email)
    {
        var response = await admin.Http.PostAsJsonAsync(Users, new { email, name = "Orang Baru" });
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private Task<HttpResponseMessage> AcceptAsync(string token) =>
        new PageClient(api.Host).Http.PostAsJsonAsync(Invitation, new { token, password = People.Password });

    private async Task<string> TokenAsync(string email)
    {
        var text = await api.ScalarAsync<string>(
            $"SELECT text FROM mail_outbox WHERE to_address = {email} ORDER BY id LIMIT 1"
        );
        return Token().Match(text).Groups[1].Value;
    }

    private static string Address() => $"baru.{Guid.NewGuid():N}@contoh.go.id";

    [GeneratedRegex(@"token=([\w-]+)")]
    private static partial Regex Token();
}
