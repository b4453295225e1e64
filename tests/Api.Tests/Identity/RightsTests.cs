using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Identity;

/// <summary>Roles that follow from HR's data or from a delegation, and their end.</summary>
public sealed class RightsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Delegations = "/api/v1/delegations";

    [Fact]
    public async Task WhoLeavesTheInstitution_LosesAccess_WithTheRolesTheyHad()
    {
        var employee = await api.EmployeeAsync(await api.UnitAsync());
        var page = await api.SignInAsync(await api.AccountAsync(employee, (Role.TrainingOfficer, null)));
        (await UserOf(page)).ValueKind.ShouldBe(JsonValueKind.Object);

        await api.SqlAsync($"UPDATE employees SET active_to = '2026-01-31' WHERE id = {employee.Value}");

        await EventuallyAsync(async () => (await UserOf(page)).ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task WhoIsNamedAsSuperior_IsSupervisor_AndWhoHeadsAUnit_IsItsLeader()
    {
        var unit = await api.UnitAsync();
        var person = await api.EmployeeAsync(unit);
        await api.EmployeeAsync(unit, supervisor: person);
        await api.SqlAsync($"UPDATE units SET leader_id = {person.Value} WHERE id = {unit.Value}");

        var page = await api.SignInAsync(await api.AccountAsync(person));

        await EventuallyAsync(async () =>
            Roles(await UserOf(page)).SequenceEqual(["supervisor", "unitLeader", "employee"])
        );
    }

    [Fact]
    public async Task UnitScope_HoldsForTheUnitAndEverythingBelow_AndNothingElse()
    {
        var top = await api.UnitAsync();
        var below = await api.UnitAsync(parent: await api.UnitAsync(parent: top));
        var elsewhere = await api.UnitAsync();
        var (near, far) = (await api.EmployeeAsync(below), await api.EmployeeAsync(elsewhere));
        await DropUnitTreeAsync();
        var page = await api.SignInAsync(await api.AccountAsync((Role.UnitCoordinator, top)));

        (await page.Http.GetAsync($"/api/v1/employees/{near.Value}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Http.GetAsync($"/api/v1/employees/{far.Value}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ActingHead_HoldsTheOffice_OnTheDaysOfTheOrder_AndUntilItIsTakenBack()
    {
        var (head, acting) = (await HeadAsync(), await EmployedAsync());
        var page = await api.SignInAsync(acting);
        Roles(await UserOf(page)).ShouldNotContain("headOfCentre");
        var today = DateOnly.FromDateTime(api.Clock.GetUtcNow().AddHours(7).Date);

        var made = await DelegateAsync(head, acting, today, today.AddDays(5));
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        Roles(await UserOf(page)).ShouldContain("headOfCentre");
        var again = DelegateAsync(page, head.Account, today.AddDays(10), today.AddDays(11));
        await again.ShouldRefuseAsync(HttpStatusCode.Forbidden, "access.permission_missing");

        var overlap = DelegateAsync(head, await EmployedAsync(), today.AddDays(5), today.AddDays(6));
        await overlap.ShouldRefuseAsync(HttpStatusCode.Conflict, "delegation.overlap");
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var ended = await head.Page.Http.PostAsJsonAsync($"{Delegations}/{id}/end", new { reason = "Kepala kembali" });
        ended.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Roles(await UserOf(page)).ShouldNotContain("headOfCentre");
    }

    private async Task<(PageClient Page, Account Account)> HeadAsync()
    {
        var account = await api.AccountAsync((Role.HeadOfCentre, null));
        return (await api.SignInAsync(account), account);
    }

    private async Task<Account> EmployedAsync() =>
        await api.AccountAsync(await api.EmployeeAsync(await api.UnitAsync()));

    private static Task<HttpResponseMessage> DelegateAsync(
        (PageClient Page, Account Account) head,
        Account to,
        DateOnly start,
        DateOnly end
    ) => DelegateAsync(head.Page, to, start, end);

    private static Task<HttpResponseMessage> DelegateAsync(PageClient by, Account to, DateOnly start, DateOnly end) =>
        by.Http.PostAsJsonAsync(
            Delegations,
            new
            {
                delegateId = to.Id.Value,
                kind = "plh",
                startsOn = start,
                endsOn = end,
                letterNumber = "SPRIN/7/III/2026",
            }
        );

    /// <summary>Units were put in by SQL; an import would have told the tree.</summary>
    private Task DropUnitTreeAsync()
    {
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        return Task.Delay(TimeSpan.FromSeconds(2.5));
    }

    private static async Task<JsonElement> UserOf(PageClient page) =>
        (await page.Http.GetFromJsonAsync<JsonElement>("/api/v1/session")).GetProperty("user");

    private static IEnumerable<string?> Roles(JsonElement user) =>
        user.ValueKind == JsonValueKind.Null
            ? []
            : user.GetProperty("roles").EnumerateArray().Select(role => role.GetString());

    /// <summary>The database tells of a change made behind the application's back within a moment.</summary>
    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 50 && !await holds(); i++)
        {
            await Task.Delay(50);
        }
        (await holds()).ShouldBeTrue();
    }
}
