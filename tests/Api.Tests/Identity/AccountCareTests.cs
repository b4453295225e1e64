using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Identity;

/// <summary>What an administrator does for people who cannot get in, and whom an administrator cannot make a decider.</summary>
public sealed partial class AccountCareTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Users = "/api/v1/users";

    [Fact]
    public async Task ChangeUserEmail_MailsANewInvitation_EndsTheOldLink_AndServesOnlyWhoHasNotComeInYet()
    {
        var (admin, wrong, right) = (await AdminAsync(), Address(), Address());
        var employee = await api.EmployeeAsync(await api.UnitAsync());
        var invited = await admin.Http.PostAsJsonAsync(Users, new { email = wrong, employeeId = employee.Value });
        var id = (await invited.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        (await Flag(admin, id, "canChangeEmail")).ShouldBeTrue();

        var taken = PutEmailAsync(admin, id, (await api.AccountAsync()).Email);
        await taken.ShouldRefuseAsync(HttpStatusCode.Conflict, "account.email_taken");
        var seen = await TagAsync(admin, id);
        var changed = await PutEmailAsync(admin, id, right.ToUpperInvariant(), seen);

        changed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await PutEmailAsync(admin, id, Address(), seen)
            .ShouldRefuseAsync(HttpStatusCode.PreconditionFailed, "request.stale_version");
        await AcceptAsync(await TokenAsync(wrong)).ShouldRefuseAsync(HttpStatusCode.Conflict, "account_link.replaced");
        (await AcceptAsync(await TokenAsync(right))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await new PageClient(api.Host).SignInAsync(right, People.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Flag(admin, id, "canChangeEmail")).ShouldBeFalse();
        var late = PutEmailAsync(admin, id, Address());
        await late.ShouldRefuseAsync(HttpStatusCode.Conflict, "account.already_active");
    }

    [Fact]
    public async Task ResetTwoFactor_EndsSessions_TellsTheOwner_AndIsInTheTrailWithItsReason()
    {
        var (admin, account) = (await AdminAsync(), await api.AccountAsync());
        var page = await api.SignInAsync(account);
        await api.SqlAsync(
            $"UPDATE credentials SET totp_key = '\\x01', totp_confirmed_at = now() WHERE account_id = {account.Id.Value}"
        );
        (await Flag(admin, account.Id.Value, "canResetTwoFactor")).ShouldBeTrue();
        var address = $"{Users}/{account.Id.Value}/two-factor/reset";
        var unexplained = admin.Http.PostAsJsonAsync(address, new { reason = " " });
        await unexplained.ShouldRefuseAsync(HttpStatusCode.BadRequest, "field.required");

        var reset = await admin.Http.PostAsJsonAsync(address, new { reason = "Ponsel hilang, dikenali di kantor" });

        reset.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await page.Http.GetAsync("/api/v1/jobs")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var plain = await new PageClient(api.Host).SignInAsync(account.Email, People.Password);
        (await plain.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("codeRequired").GetBoolean().ShouldBeFalse();
        var mail = await api.ScalarAsync<string>($"SELECT text FROM mail_outbox WHERE to_address = {account.Email}");
        mail.ShouldContain("Bila Anda tidak memintanya");
        var reason = await api.ScalarAsync<string>(
            $"SELECT reason FROM audit_entries WHERE action = 'ResetTwoFactor' AND subject_id = {account.Id.Value}"
        );
        reason.ShouldBe("Ponsel hilang, dikenali di kantor");
        var again = admin.Http.PostAsJsonAsync(address, new { reason = "Sekali lagi" });
        await again.ShouldRefuseAsync(HttpStatusCode.Conflict, "two_factor.not_on");
    }

    [Fact]
    public async Task UnlockUser_OpensTheDoorAtOnce()
    {
        var (admin, account) = (await AdminAsync(), await api.AccountAsync());
        var page = new PageClient(api.Host);
        for (var i = 0; i < Credential.TriesBeforeLock; i++)
        {
            await page.SignInAsync(account.Email, "bukan kata sandinya");
        }
        (await Flag(admin, account.Id.Value, "canUnlock")).ShouldBeTrue();
        var address = $"{Users}/{account.Id.Value}/unlock";

        (await admin.Http.PostAsync(address, null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await page.SignInAsync(account.Email, People.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await admin.Http.PostAsync(address, null).ShouldRefuseAsync(HttpStatusCode.Conflict, "account.not_locked");
    }

    [Fact]
    public async Task AnAdministrator_NeitherUnlocksNorResetsTheirOwnAccount()
    {
        var account = await api.AccountAsync((Role.Admin, null));
        var page = await api.SignInAsync(account);
        var own = $"{Users}/{account.Id.Value}";

        var unlock = page.Http.PostAsync($"{own}/unlock", null);
        await unlock.ShouldRefuseAsync(HttpStatusCode.Forbidden, "account.own_account");
        var reset = page.Http.PostAsJsonAsync($"{own}/two-factor/reset", new { reason = "Coba" });
        await reset.ShouldRefuseAsync(HttpStatusCode.Forbidden, "account.own_account");
    }

    [Theory]
    [InlineData("headOfCentre")]
    [InlineData("trainingOfficer")]
    [InlineData("selfReportVerifier")]
    [InlineData("unitReportVerifier")]
    public async Task ADecider_MustBeAnEmployeeInService(string role)
    {
        var admin = await AdminAsync();
        var roles = new[] { new { role } };

        var outsider = admin.Http.PostAsJsonAsync(
            Users,
            new
            {
                email = Address(),
                name = "Alamat Kedua",
                roles,
            }
        );
        await outsider.ShouldRefuseAsync(HttpStatusCode.BadRequest, "account.role_needs_employee");
        var account = await api.AccountAsync();
        var later = admin.Http.PostAsJsonAsync($"{Users}/{account.Id.Value}/roles", new { role });
        await later.ShouldRefuseAsync(HttpStatusCode.BadRequest, "account.role_needs_employee");
        var employee = await api.EmployeeAsync(await api.UnitAsync());
        var known = await admin.Http.PostAsJsonAsync(
            Users,
            new
            {
                email = Address(),
                employeeId = employee.Value,
                roles,
            }
        );
        known.StatusCode.ShouldBe(HttpStatusCode.Created);
        var left = await api.AccountAsync(await api.EmployeeAsync(await api.UnitAsync()));
        await api.SqlAsync($"UPDATE employees SET active_to = '2026-01-31' WHERE id = {left.EmployeeId!.Value.Value}");
        var gone = admin.Http.PostAsJsonAsync($"{Users}/{left.Id.Value}/roles", new { role });
        await gone.ShouldRefuseAsync(HttpStatusCode.BadRequest, "account.role_needs_employee");
    }

    [Fact]
    public async Task TheOffice_IsNotHandedToAnAccountOutsideHrsRecord()
    {
        var (admin, outsider) = (await AdminAsync(), await api.AccountAsync());

        var response = admin.Http.PostAsJsonAsync(
            "/api/v1/delegations",
            new
            {
                delegateId = outsider.Id.Value,
                kind = "plh",
                startsOn = "2026-03-02",
                endsOn = "2026-03-05",
                letterNumber = "SPRIN/8/III/2026",
            }
        );

        await response.ShouldRefuseAsync(HttpStatusCode.BadRequest, "delegation.needs_employee");
    }

    private async Task<PageClient> AdminAsync() => await api.SignInAsync(await api.AccountAsync((Role.Admin, null)));

    private static async Task<bool> Flag(PageClient admin, Guid id, string name) =>
        (await admin.Http.GetFromJsonAsync<JsonElement>($"{Users}/{id}")).GetProperty(name).GetBoolean();

    private static async Task<string> TagAsync(PageClient admin, Guid id) =>
        (await admin.Http.GetAsync($"{Users}/{id}")).Headers.ETag!.Tag;

    private static async Task<HttpResponseMessage> PutEmailAsync(
        PageClient admin,
        Guid id,
        string email,
        string? seen = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Users}/{id}/email");
        request.Content = JsonContent.Create(new { email });
        request.Headers.TryAddWithoutValidation("If-Match", seen ?? await TagAsync(admin, id));
        return await admin.Http.SendAsync(request);
    }

    private Task<HttpResponseMessage> AcceptAsync(string token) =>
        new PageClient(api.Host).Http.PostAsJsonAsync(
            "/api/v1/account/invitation",
            new { token, password = People.Password }
        );

    private async Task<string> TokenAsync(string email) =>
        Token()
            .Match(await api.ScalarAsync<string>($"SELECT text FROM mail_outbox WHERE to_address = {email}"))
            .Groups[1]
            .Value;

    private static string Address() => $"baru.{Guid.NewGuid():N}@contoh.go.id";

    [GeneratedRegex(@"token=([\w-]+)")]
    private static partial Regex Token();
}
