using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Api.Tests.Trainings;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.OwnData;
using Pionir.Application.Common.OwnData.Queries;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.OwnData;

/// <summary>Everything held on a person, for that person alone (UU 27/2022).</summary>
public sealed class OwnDataTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    private const string Path = "/api/v1/account/data";

    [Fact]
    public async Task Export_HoldsEveryTable_AndWhoLookedAtTheProfile()
    {
        var training = await api.AddTrainingAsync();
        var employee = await api.AddEmployeeAsync();
        await api.AddParticipantAsync(training, "Confirmed", employee);
        await api.SqlAsync(
            $"INSERT INTO notifications (id, employee_id, code, arguments, link, created_at) VALUES ({Guid.NewGuid()}, {employee}, 'account.invited_without_hr_address', jsonb_build_object('by', 'Ibu Admin', 'name', 'Budi', 'email', 'budi@contoh.go.id'), '/', now())"
        );
        var me = await PersonAsync(employee);
        await api.GetAsync(
            TestUser.With(Permission.EmployeesRead) with
            {
                Name = "Ibu Penilik",
            },
            $"/employees/{employee}"
        );

        var export = await ExportAsync(me);
        var file = await api.Client(me).GetAsync($"{Path}/{export.Id}/file");

        using var zip = new ZipArchive(await file.Content.ReadAsStreamAsync());
        zip.Entries.Select(entry => entry.FullName).ShouldBe(["BACA-SAYA.txt", "data.json", "data.xlsx"]);
        var data = await JsonDocument.ParseAsync(await zip.GetEntry("data.json")!.OpenAsync());
        var root = data.RootElement;
        root.GetProperty("profile")[0].GetProperty("number").GetString().ShouldNotBeNullOrEmpty();
        root.GetProperty("trainings")[0].GetProperty("state").GetString().ShouldBe("Confirmed");
        root.GetProperty("looks")[0].GetProperty("who").GetString().ShouldBe("Ibu Penilik");
        root.GetProperty("account").GetArrayLength().ShouldBe(1);
        root.GetProperty("notifications")[0]
            .GetProperty("message")
            .GetString()!
            .ShouldStartWith("Ibu Admin mengundang Budi ke budi@contoh.go.id");
        root.EnumerateObject().Count().ShouldBe(18);
        using var book = new ZipArchive(await zip.GetEntry("data.xlsx")!.OpenAsync());
        book.Entries.Count(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).ShouldBe(18);
    }

    [Fact]
    public async Task Export_IsForThePersonAlone_AlsoNotForAnAdministrator()
    {
        var me = await PersonAsync(await api.AddEmployeeAsync());
        var export = await ExportAsync(me);
        var administrator = TestUser.Everything with { UserId = (await api.AccountAsync((Role.Admin, null))).Id.Value };

        var foreign = await api.Client(administrator).GetAsync($"{Path}/{export.Id}/file");
        var list = await api.Client(administrator).GetFromJsonAsync<List<OwnDataExportView>>(Path, ApiFixture.Json);

        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        list.ShouldBeEmpty();
        (await api.Client().PostAsync(Path, null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Export_ByAnApiClient_IsRefused()
    {
        var answer = await api.PostAsync(TestUser.With(Permission.EmployeesRead), "/account/data", new { }, 403);

        answer.Code().ShouldBe("own_data.no_person");
    }

    [Fact]
    public async Task Export_ExpiresAfterThreeDays_AndIsThrownAway()
    {
        var me = await PersonAsync(await api.AddEmployeeAsync());
        var export = await ExportAsync(me);

        api.Clock.Advance(OwnDataExport.Life + TimeSpan.FromMinutes(1));
        var late = await api.Client(me).GetAsync($"{Path}/{export.Id}/file");
        await api.ScopeAsync(async services =>
        {
            await services.GetRequiredService<ForgetOwnData>().RunAsync(CancellationToken.None);
            return true;
        });

        late.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await api.ScalarAsync<long>($"SELECT count(*) FROM own_data_exports WHERE id = {export.Id}")).ShouldBe(0);
    }

    private async Task<TestUser> PersonAsync(Guid employee)
    {
        var account = await api.AccountAsync(EmployeeId.From(employee));
        return TestUser.With(Permission.OwnProfile) with { UserId = account.Id.Value, EmployeeId = employee };
    }

    private async Task<OwnDataExportView> ExportAsync(TestUser me)
    {
        await api.PostAsync(me, "/account/data", new { }, 202);
        while (true)
        {
            var list = await api.Client(me).GetFromJsonAsync<List<OwnDataExportView>>(Path, ApiFixture.Json);
            var newest = list![0];
            newest.State.ShouldNotBe(JobState.Failed);
            if (newest.State == JobState.Succeeded)
                return newest;
            await Task.Delay(50);
        }
    }
}
