using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Organization.Queries;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Imports;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Organization;

/// <summary>What an import does to the time somebody has already served.</summary>
public sealed class ImportHistoryTests(RosterFixture api) : IClassFixture<RosterFixture>
{
    private const string Header =
        "identity_type,identity_number,name,sex,birth_date,employment_type,rank,position,position_family,position_level,"
        + "unit_code,supervisor_identity,email,phone,active_from,active_to,previous_identity_number\n";

    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public async Task LeavingDateTakenBack_LeavesTheYearsServed()
    {
        await ImportAsync("198001012015011001", from: "2015-01-05", to: "2026-12-31");

        await ImportAsync("198001012015011001", from: "2015-01-05");

        (await PeriodsAsync("198001012015011001")).ShouldBe([(new DateOnly(2015, 1, 5), null)]);
    }

    [Fact]
    public async Task ContractProlonged_MovesTheEndOfThePeriod()
    {
        await ImportAsync("198001012015011002", from: "2015-01-05", to: "2026-12-31");

        await ImportAsync("198001012015011002", from: "2015-01-05", to: "2027-12-31");

        (await PeriodsAsync("198001012015011002")).ShouldBe([(new DateOnly(2015, 1, 5), new DateOnly(2027, 12, 31))]);
    }

    [Fact]
    public async Task LeavingByMistake_IsRepairedOnTheSameDay_AlsoForWhoBeganOnIt()
    {
        await ImportAsync("198001012015011003", from: "2015-01-05");
        await ImportAsync("198001012026031004", from: "2026-03-02");
        await ImportAsync("198001012015011003", from: "2015-01-05", to: "2026-03-02");
        await ImportAsync("198001012026031004", from: "2026-03-02", to: "2026-03-02");

        await ImportAsync("198001012015011003", from: "2015-01-05");
        await ImportAsync("198001012026031004", from: "2026-03-02");

        (await PeriodsAsync("198001012015011003")).ShouldBe([(new DateOnly(2015, 1, 5), null)]);
        (await PeriodsAsync("198001012026031004")).ShouldBe([(Today, null)]);
    }

    [Fact]
    public async Task ReturnAfterLeaving_BeginsANewPeriod_AndKeepsTheOldOne()
    {
        await ImportAsync("198001012015011005", from: "2015-01-05");
        await ImportAsync("198001012015011005", from: "2015-01-05", to: "2025-06-30");

        await ImportAsync("198001012015011005", from: "2015-01-05");

        (await PeriodsAsync("198001012015011005")).ShouldBe([
            (new DateOnly(2015, 1, 5), new DateOnly(2025, 6, 30)),
            (Today, null),
        ]);
    }

    [Theory]
    [InlineData("2026-03-03", "import.as_of_in_future")]
    [InlineData("2026-03-01", "import.as_of_before_last")]
    public async Task File_TrueFromALaterDay_OrBeforeTheLastOne_IsRefused(string asOf, string code)
    {
        var refused = await api.UploadAsync(ImportKind.Employees, Roster.Employees, "roster.csv", ("asOf", asOf));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task DryRun_ThatALaterImportHasOvertaken_IsNotApplied()
    {
        var import = await api.DryRunAsync(ImportKind.Employees, File("198001012015011006", "2015-01-05", ""));
        await api.SqlAsync($"UPDATE imports SET as_of = '2026-03-01' WHERE id = {import.Id}");

        var refused = await api.Client(TestUser.With(Permission.EmployeesImport))
            .PostAsync($"/api/v1/imports/{import.Id}/apply", null);

        (await refused.Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("code")
            .GetString()
            .ShouldBe("import.as_of_before_last");
    }

    [Fact]
    public async Task WhoBeginsLater_IsOnRecord_ButNotYetInService()
    {
        await ImportAsync("198001012026041007", from: "2026-04-01");

        var client = api.Client(TestUser.With(Permission.EmployeesRead));
        var now = await ListAsync(client, "q=198001012026041007");
        var everybody = await ListAsync(client, "q=198001012026041007&all=true");

        now.Total.ShouldBe(0);
        everybody.Items.Single().Active.ShouldBeFalse();
        var line = await api.ScopeAsync(async services =>
            await services
                .GetRequiredService<IEmployeeDirectory>()
                .LineOfAsync(new EmployeeId(everybody.Items.Single().Id), CancellationToken.None)
        );
        line!.Active.ShouldBeFalse();
    }

    private static async Task<Page<EmployeeListItem>> ListAsync(HttpClient client, string query) =>
        (await client.GetFromJsonAsync<Page<EmployeeListItem>>($"/api/v1/employees?{query}", ApiFixture.Json))!;

    private Task<ImportView> ImportAsync(string number, string from, string to = "") =>
        api.ImportAsync(ImportKind.Employees, File(number, from, to));

    private static byte[] File(string number, string from, string to) =>
        Encoding.UTF8.GetBytes(
            $"{Header}NIP,{number},Masa Uji,L,1980-01-01,PNS,III/a,Arsiparis,JF,Muda,ROUM,,,,{from},{to},"
        );

    /// <summary>Oldest first.</summary>
    private async Task<IEnumerable<(DateOnly From, DateOnly? To)>> PeriodsAsync(string number)
    {
        var id = await api.EmployeeAsync(number);
        var client = api.Client(TestUser.With(Permission.EmployeesRead));
        var periods = await client.GetFromJsonAsync<List<EmployeePeriodView>>(
            $"/api/v1/employees/{id}/history",
            ApiFixture.Json
        );
        return periods!.OrderBy(period => period.ValidFrom).Select(period => (period.ValidFrom, period.ValidTo));
    }
}
