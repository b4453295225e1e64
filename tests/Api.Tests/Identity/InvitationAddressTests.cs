using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Identity;

/// <summary>Whoever gets an employee's invitation is that employee afterwards: an administrator must not choose who gets it.</summary>
public sealed class InvitationAddressTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Users = "/api/v1/users";

    [Fact]
    public async Task AnEmployee_IsInvitedAtHrsAddress_AndNowhereElse()
    {
        var (admin, address) = (await AdminAsync(), Address());
        var employee = await EmployeeAsync(address);

        var elsewhere = InviteAsync(admin, Address(), employee);
        await elsewhere.ShouldRefuseAsync(HttpStatusCode.BadRequest, "account.not_hrs_address");
        var invited = await InviteAsync(admin, address.ToUpperInvariant(), employee);

        invited.StatusCode.ShouldBe(HttpStatusCode.Created);
        var id = (await invited.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Users}/{id}/email");
        request.Content = JsonContent.Create(new { email = Address() });
        request.Headers.IfMatch.Add((await admin.Http.GetAsync($"{Users}/{id}")).Headers.ETag!);
        var moved = admin.Http.SendAsync(request);
        await moved.ShouldRefuseAsync(HttpStatusCode.BadRequest, "account.not_hrs_address");
        (await api.ScalarAsync<string>($"SELECT email FROM accounts WHERE id = {id}")).ShouldBe(address);
    }

    [Fact]
    public async Task AnAddressThatCameLately_IsNotUsedByTheHandThatBroughtIt_AndTheFormerOneIsTold()
    {
        var (importer, other) = (await api.AccountAsync((Role.Admin, null)), await AdminAsync());
        var (former, address) = (Address(), Address());
        var employee = await EmployeeAsync(address);
        await ChangedAsync(employee, importer, former, address);

        var own = InviteAsync(await api.SignInAsync(importer), address, employee);
        await own.ShouldRefuseAsync(HttpStatusCode.Forbidden, "account.own_address_change");
        var invited = await InviteAsync(other, address, employee);

        invited.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await api.ScalarAsync<string>($"SELECT text FROM mail_outbox WHERE to_address = {former}")).ShouldContain(
            address
        );
    }

    [Fact]
    public async Task AnAddressThatCameLongAgo_IsUsedByAnybody()
    {
        var importer = await api.AccountAsync((Role.Admin, null));
        var address = Address();
        var employee = await EmployeeAsync(address);
        await ChangedAsync(employee, importer, Address(), address);
        api.Clock.Advance(TimeSpan.FromDays(31));

        var invited = await InviteAsync(await api.SignInAsync(importer), address, employee);

        invited.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task AnInvitationMadeBeforeHrHadTheAddress_IsNotSentAgainToTheOther()
    {
        var admin = await AdminAsync();
        var employee = await EmployeeAsync(null);
        var invited = await InviteAsync(admin, Address(), employee);
        var id = (await invited.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await api.SqlAsync($"UPDATE employees SET email = {Address()} WHERE id = {employee.Value}");

        var again = admin.Http.PostAsync($"{Users}/{id}/invitation", null);

        await again.ShouldRefuseAsync(HttpStatusCode.BadRequest, "account.not_hrs_address");
    }

    [Fact]
    public async Task WithoutAnAddressInHrsRecord_TheSuperiorAndHrLearnWhichOneWasTaken()
    {
        var (admin, address) = (await AdminAsync(), Address());
        var (unit, other) = (await api.UnitAsync(), await api.UnitAsync());
        var superior = await api.EmployeeAsync(unit);
        var hr = await api.AccountAsync((Role.HrOfficer, unit));
        var elsewhere = await api.AccountAsync((Role.HrOfficer, other));
        var employee = await api.EmployeeAsync(unit, superior);

        (await InviteAsync(admin, address, employee)).StatusCode.ShouldBe(HttpStatusCode.Created);

        var told = await api.ScalarAsync<Guid[]>(
            $"SELECT array_agg(coalesce(user_id, employee_id)) FROM notifications WHERE link = {$"/employees/{employee.Value}"} AND arguments->>'email' = {address}"
        );
        told.ShouldContain(hr.Id.Value);
        told.ShouldContain(superior.Value);
        told.ShouldNotContain(elsewhere.Id.Value);
    }

    [Fact]
    public async Task AnAuditor_ReadsAccounts_ApiClients_AndImports_AndIsOfferedNothing()
    {
        var account = await api.AccountAsync();
        var auditor = (await api.SignInAsync(await api.AccountAsync((Role.Auditor, null)))).Http;

        foreach (var path in new[] { "users", "api-clients", "api-clients/scopes", "imports" })
        {
            (await auditor.GetAsync($"/api/v1/{path}")).StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }
        var user = await auditor.GetFromJsonAsync<JsonElement>($"{Users}/{account.Id.Value}");
        user.EnumerateObject()
            .Where(property => property.Name.StartsWith("can", StringComparison.Ordinal))
            .Where(property => property.Value.GetBoolean())
            .ShouldBeEmpty();
    }

    /// <summary>As an import leaves it in the trail.</summary>
    private Task<int> ChangedAsync(EmployeeId employee, Account by, string before, string after) =>
        api.SqlAsync(
            $"""
            INSERT INTO audit_entries (id, at, user_id, user_name, action, change, subject_type, subject_id, subject_name,
                root_id, details)
            VALUES ({Guid.NewGuid()}, {api.Clock.GetUtcNow()}, {by.Id.Value}, {by.Name}, 'ApplyImport', 'Modified', 'Employee',
                {employee.Value}, 'Pegawai', {employee.Value},
                jsonb_build_object('Email', jsonb_build_array({before}::text, {after}::text)))
            """
        );

    private async Task<EmployeeId> EmployeeAsync(string? email)
    {
        var id = await api.EmployeeAsync(await api.UnitAsync());
        await api.SqlAsync($"UPDATE employees SET email = {email} WHERE id = {id.Value}");
        return id;
    }

    private static Task<HttpResponseMessage> InviteAsync(PageClient admin, string email, EmployeeId employee) =>
        admin.Http.PostAsJsonAsync(Users, new { email, employeeId = employee.Value });

    private async Task<PageClient> AdminAsync() => await api.SignInAsync(await api.AccountAsync((Role.Admin, null)));

    private static string Address() => $"pegawai.{Guid.NewGuid():N}@contoh.go.id";
}
