using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization.Queries;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Employees;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Organization;

public sealed class EmployeesTests(RosterFixture api) : IClassFixture<RosterFixture>
{
    // Head of Biro Sumber Daya Manusia in the roster.
    private const string Head = "198707052016102004";

    [Theory]
    [InlineData("lestari siregar")]
    [InlineData("LESTARI SIREGAR, S.H., M.H.")]
    [InlineData("dr. lestari s.h. siregar")]
    [InlineData("lestri siregr")]
    [InlineData("elstari siregar")]
    [InlineData("estar irega")]
    [InlineData("19870705 201610 2 004")]
    [InlineData("198707052016")]
    [InlineData("102004")]
    [InlineData("lestari 19870705")]
    public async Task Search_FindsByParts_TypingErrorsAndTitles(string question)
    {
        var found = await ListAsync(TestUser.Everything, $"q={Uri.EscapeDataString(question)}");

        found.Items.ShouldContain(person => person.Number == Head);
    }

    [Theory]
    [InlineData("lestari")]
    [InlineData("1987")]
    public async Task Search_KeepsPlacesFromPageToPage_AndObeysTheSort(string question)
    {
        var first = await ListAsync(TestUser.Everything, $"q={question}&size=5&sort=-number");
        var second = await ListAsync(TestUser.Everything, $"q={question}&size=5&page=2&sort=-number");

        var numbers = first.Items.Concat(second.Items).Select(person => person.Number).ToList();
        numbers.ShouldBe(numbers.Distinct().OrderByDescending(number => number, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Search_ByNumber_IsInTheOrderOfNames()
    {
        var asked = await ListAsync(TestUser.Everything, "q=1987&size=20");
        var byName = await ListAsync(TestUser.Everything, "q=1987&size=20&sort=name");

        asked.Items.Select(person => person.Id).ShouldBe(byName.Items.Select(person => person.Id));
    }

    [Fact]
    public async Task Search_ThatFindsVeryMany_StopsAndSaysSo_UnlessAllAreAskedFor()
    {
        var many = await ListAsync(TestUser.Everything, "q=19&size=100");
        var few = await ListAsync(TestUser.Everything, "q=1987&size=100");
        var last = await ListAsync(TestUser.Everything, "q=19&size=100&page=10");
        var behind = await ListAsync(TestUser.Everything, "q=19&size=100&page=11");
        var all = await FindAsync("19", most: null);

        (many.Total, many.AtLeast).ShouldBe((1000, true));
        few.AtLeast.ShouldBeFalse();
        last.Items.Count.ShouldBe(100);
        behind.Items.ShouldBeEmpty();
        all.Count.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task Search_ThatLooksAtFew_LooksAtTheVeryWordsFirst()
    {
        var found = await FindAsync("tri", most: 5);

        found.Count.ShouldBe(5);
        found.ShouldAllBe(employee => employee.SearchWords.Contains("tri"));
    }

    [Fact]
    public async Task Search_ByALetterThatBeginsVeryManyWords_FindsTheLongerOnesAmongFewPeople()
    {
        await api.SqlAsync($"INSERT INTO name_words SELECT 'l' || number FROM generate_series(10, 99) AS number");

        var found = await ListAsync(TestUser.Everything, "q=l&size=100");

        found.Items.ShouldContain(person => person.Name.StartsWith("Lestari"));
        found.AtLeast.ShouldBeFalse();
    }

    [Fact]
    public async Task AnAccountOutsideHrsRecord_HasNoTeam() =>
        (await ListAsync(TestUser.Everything, "team=true")).Total.ShouldBe(0);

    [Theory]
    [InlineData("zzzzqqqq")]
    [InlineData("'; DROP TABLE employees; --")]
    [InlineData("%")]
    [InlineData("0705201610")]
    [InlineData("\u202E")]
    public async Task Search_ForNobody_IsAnEmptyList(string question) =>
        (await ListAsync(TestUser.Everything, $"q={Uri.EscapeDataString(question)}")).Total.ShouldBe(0);

    [Fact]
    public async Task List_ShowsOnlyTheUnitsOfWhoAsks_AndAForeignPersonIsNotFound()
    {
        var unit = await api.UnitAsync("ROSDM");
        var reader = TestUser.With(Permission.EmployeesRead).Of(unit);
        var stranger = await api.EmployeeAsync("199111202013011002");

        var list = await ListAsync(reader, "size=100");

        list.Items.ShouldAllBe(person => person.UnitCode == "ROSDM");
        (await api.Client(reader).GetAsync($"/api/v1/employees/{stranger}")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await api.Client(reader).GetAsync($"/api/v1/employees/{stranger}/history")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task Profile_OfAnother_IsLogged_AndShowsNoPersonalData()
    {
        var id = await api.EmployeeAsync(Head);
        var reader = TestUser.With(Permission.EmployeesRead);

        var seen = await GetAsync<EmployeeView>(reader, $"/api/v1/employees/{id}");
        var own = await GetAsync<EmployeeView>(TestUser.With(Permission.OwnProfile).As(id), $"/api/v1/employees/{id}");

        seen.Personal.ShouldBeNull();
        own.Personal!.BirthDate.ShouldBe(new DateOnly(1987, 7, 5));
        own.IsSelf.ShouldBeTrue();
        var looks = await api.ScalarAsync<long>(
            $"SELECT count(*) FROM audit_entries WHERE action = 'GetEmployee' AND subject_id = {id}"
        );
        looks.ShouldBe(1);
    }

    [Fact]
    public async Task Supervisor_SeesTheTeam_AndNobodyElse()
    {
        var id = await api.EmployeeAsync(Head);
        var supervisor = TestUser.With(Permission.TeamRead).As(id);

        var team = await ListAsync(supervisor, "team=true&size=100");
        var visible = await ListAsync(supervisor, "size=100");

        team.Total.ShouldBeGreaterThan(10);
        visible.Total.ShouldBe(team.Total + 1);
    }

    [Fact]
    public async Task OnesOwnRecord_SaysWhichUnitsAndPeople_MayBeOpened()
    {
        var head = await api.EmployeeAsync(Head);
        var id = await api.ScalarAsync<Guid>($"SELECT id FROM employees WHERE supervisor_id = {head} LIMIT 1");

        var own = await GetAsync<EmployeeView>(TestUser.With(Permission.OwnProfile).As(id), $"/api/v1/employees/{id}");
        var officers = await GetAsync<EmployeeView>(
            TestUser.With(Permission.EmployeesRead, Permission.UnitsRead),
            $"/api/v1/employees/{id}"
        );

        own.UnitPath.ShouldAllBe(unit => !unit.CanOpen);
        own.Supervisor.ShouldNotBeNull().CanOpen.ShouldBeFalse();
        officers.UnitPath.ShouldAllBe(unit => unit.CanOpen);
        officers.Supervisor.ShouldNotBeNull().CanOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Units_HaveTheirHeads_AndAForeignUnitIsNotFound()
    {
        var units = await GetAsync<List<UnitListItem>>(
            TestUser.With(Permission.CatalogueRead),
            "/api/v1/units?people=true"
        );
        var unit = units.Single(unit => unit.Code == "ROSDM");

        units[0].PeopleBelow.ShouldBe(1834);
        unit.LeaderId.ShouldBe(await api.EmployeeAsync(Head));
        var noted = await api.ScalarAsync<string>(
            $"SELECT details->'LeaderId'->>1 FROM audit_entries WHERE subject_type = 'Unit' AND subject_id = {unit.Id} AND action = 'ApplyImport' ORDER BY at DESC, id DESC LIMIT 1"
        );
        noted.ShouldBe(unit.LeaderId.ToString());
        var foreign = TestUser.With(Permission.UnitsRead).Of(await api.UnitAsync("ROUM"));
        (await api.Client(foreign).GetAsync($"/api/v1/units/{unit.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Merge_OfDifferentPeople_IsRefused_AndNeedsAReason()
    {
        var one = await api.EmployeeAsync(Head);
        var other = await api.EmployeeAsync("199111202013011002");
        var client = api.Client(TestUser.Everything);

        var different = await client.PostAsJsonAsync(
            $"/api/v1/employees/{one}/merge",
            new { mergedId = other, reason = "Orang yang sama" }
        );
        var unsaid = await client.PostAsJsonAsync(
            $"/api/v1/employees/{one}/merge",
            new { mergedId = other, reason = "" }
        );

        (await CodeAsync(different)).ShouldBe("employee.merge_of_different_people");
        unsaid.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Export_IsAudited()
    {
        var file = await api.Client(TestUser.Everything)
            .GetStringAsync("/api/v1/employees/export?format=csv&q=lestari");

        file.ShouldContain(Head);
        (await api.ScalarAsync<long>($"SELECT count(*) FROM audit_entries WHERE action = 'ExportEmployees'")).ShouldBe(
            1
        );
    }

    private Task<List<Employee>> FindAsync(string question, int? most) =>
        api.ScopeAsync(async services =>
        {
            var filter = new EmployeeFilter(question, null, null, null, false, null);
            var found = await services.GetRequiredService<EmployeeSelection>().OfAsync(filter, most, default);
            return await found.People.ToListAsync();
        });

    private Task<Page<EmployeeListItem>> ListAsync(TestUser user, string query) =>
        GetAsync<Page<EmployeeListItem>>(user, $"/api/v1/employees?{query}");

    private async Task<T> GetAsync<T>(TestUser user, string address) =>
        (await api.Client(user).GetFromJsonAsync<T>(address, ApiFixture.Json))!;

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
