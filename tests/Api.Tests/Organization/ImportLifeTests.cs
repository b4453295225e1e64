using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization.Imports;
using Pionir.Application.Organization.Queries;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Imports;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Organization;

public sealed class ImportLifeTests(RosterFixture api) : IClassFixture<RosterFixture>
{
    private const string Header =
        "identity_type,identity_number,name,sex,birth_date,employment_type,rank,position,position_family,position_level,"
        + "unit_code,supervisor_identity,email,phone,active_from,active_to,previous_identity_number\n";

    private readonly HttpClient client = api.Client(TestUser.With(Permission.EmployeesImport));

    [Fact]
    public async Task ChangedUnit_BeginsANewPeriod_AndListsTheDifference()
    {
        await ImportAsync(
            "NIP,198001012005011001,Ratna Uji,P,1980-01-01,PNS,III/a,Arsiparis,JF,Muda,ROUM,,,,2005-01-03,,"
        );

        var moved = await DryRunAsync(
            "NIP,198001012005011001,Ratna Uji,P,1980-01-01,PNS,III/a,Arsiparis,JF,Muda,rosdm ,,,,2005-01-03,,"
        );
        var row = (await RowsAsync(moved)).Single();
        await api.ApplyAsync(moved.Id);

        row.Outcome.ShouldBe(RowOutcome.Changed);
        row.Differences.ShouldBe([new DifferenceView("unit", "ROUM", "ROSDM")]);
        var id = await api.EmployeeAsync("198001012005011001");
        var history = await GetAsync<List<EmployeePeriodView>>($"/api/v1/employees/{id}/history");
        history
            .Select(period => (period.UnitName, period.ValidTo))
            .ShouldBe([("Biro Sumber Daya Manusia", null), ("Biro Umum", new DateOnly(2026, 3, 1))]);
    }

    [Fact]
    public async Task MoveFromNrpToNip_KeepsThePerson_AndTheOldNumberSearchable()
    {
        await ImportAsync(
            "NRP,77001122,Bima Uji,L,1985-05-05,TNI,,Pengolah Data,Administrasi,Pelaksana,SM-UM,,,,2010-01-01,,"
        );
        var before = await api.EmployeeAsync("77001122");

        await ImportAsync(
            "NIP,198505052026011007,Bima Uji,L,1985-05-05,PNS,III/a,Pengolah Data,Administrasi,Pelaksana,SM-UM,,,,2010-01-01,,77001122"
        );

        (await api.EmployeeAsync("198505052026011007")).ShouldBe(before);
        var found = await GetAsync<Page<EmployeeListItem>>("/api/v1/employees?q=77001122");
        found.Items.Single().Number.ShouldBe("198505052026011007");
        var stale = await DryRunAsync(
            "NRP,77001122,Bima Uji,L,1985-05-05,TNI,,Pengolah Data,Administrasi,Pelaksana,SM-UM,,,,2010-01-01,,"
        );
        (await RowsAsync(stale)).Single().Errors.ShouldBe(["identity_number.superseded"]);
    }

    [Fact]
    public async Task ErrorFile_CanBeMendedAndSentAgain()
    {
        var import = await ImportAsync(
            "NIP,12345,\"=cmd|' /C calc'!A0\",L,1985-01-01,PNS,III/a,Arsiparis,JF,Muda,ROUM,,,,2005-01-03,,"
        );

        var file = await client.GetByteArrayAsync($"/api/v1/imports/{import.Id}/errors?format=csv");
        var text = Encoding.UTF8.GetString(file);
        text.ShouldContain("'=cmd");
        text.ShouldContain("identity_number.length");
        var mended = await api.ImportAsync(
            ImportKind.Employees,
            Encoding.UTF8.GetBytes(text.Replace(",12345,", ",198501012005011999,"))
        );

        mended.Counts.New.ShouldBe(1);
        var name = await api.ScalarAsync<string>($"SELECT name FROM employees WHERE number = {"198501012005011999"}");
        name.ShouldBe("=cmd|' /C calc'!A0");
    }

    [Fact]
    public async Task RunThatWasCutOff_GoesOnBehindItsMark_AndNobodyComesInTwice()
    {
        var rows = Enumerable
            .Range(100, 300)
            .Select(at =>
                $"NIP,198602022010011{at},Orang {at},L,1986-02-02,PNS,III/a,Arsiparis,JF,Muda,ROUM,,,,2010-01-02,,"
            );
        var import = await DryRunAsync([.. rows]);
        await ApplyFirstAsync(import, through: 120);

        var applied = await api.ApplyAsync(import.Id);

        applied.State.ShouldBe(ImportState.Applied);
        var people = await api.ScalarAsync<long>($"SELECT count(*) FROM employees WHERE name LIKE 'Orang %'");
        var periods = await api.ScalarAsync<long>(
            $"SELECT count(*) FROM employee_periods WHERE number LIKE '198602022010011%'"
        );
        (people, periods).ShouldBe((300, 300));
    }

    [Fact]
    public async Task RunThatWasCutOff_JudgesTheRestAgain_WhenTwoRecordsWereMergedMeanwhile()
    {
        const string Kept = "NIP,198804042012011001,Kembar Uji,L,1988-04-04,PNS,III/a,Arsiparis,JF,Muda,";
        const string Merged = "NRP,88040411,Kembar Uji,L,1988-04-04,TNI,,Pengolah Data,Administrasi,Pelaksana,";
        await ImportAsync($"{Kept}ROUM,,,,2012-01-02,,", $"{Merged}ROUM,,,,2012-01-02,,");
        var import = await DryRunAsync(
            $"{Kept}ROSDM,,,,2012-01-02,,",
            "NIP,198804042012011002,Baru Uji,L,1988-04-04,PNS,III/a,Arsiparis,JF,Muda,ROUM,,,,2012-01-02,,",
            $"{Merged}ROSDM,,,,2012-01-02,,"
        );
        await ApplyFirstAsync(import, through: 3);
        var (kept, merged) = (await api.EmployeeAsync("198804042012011001"), await api.EmployeeAsync("88040411"));
        var joined = await api.Client(TestUser.Everything)
            .PostAsJsonAsync($"/api/v1/employees/{kept}/merge", new { mergedId = merged, reason = "Orang yang sama" });
        joined.EnsureSuccessStatusCode();

        var applied = await api.ApplyAsync(import.Id);

        applied.State.ShouldBe(ImportState.Applied);
        (applied.Counts.New, applied.Counts.Changed, applied.Counts.Wrong).ShouldBe((1, 1, 1));
        (
            await api.ScalarAsync<long>($"SELECT count(*) FROM employees WHERE id = {merged} AND active_to IS NULL")
        ).ShouldBe(0);
    }

    [Fact]
    public async Task ImportWhoseApplyingFailed_IsStopped_AndLetsOthersGoOn()
    {
        var first = await DryRunAsync(
            "NIP,198905052013011001,Satu Henti,L,1989-05-05,PNS,,A,B,C,ROUM,,,,2013-01-01,,",
            "NIP,198905052013011002,Dua Henti,L,1989-05-05,PNS,,A,B,C,ROUM,,,,2013-01-01,,"
        );
        var second = await DryRunAsync(
            "NIP,198905052013011003,Tiga Henti,L,1989-05-05,PNS,,A,B,C,ROUM,,,,2013-01-01,,"
        );
        await ApplyFirstAsync(first, through: 2);
        await api.SqlAsync($"UPDATE imports SET state = 'Applying' WHERE id = {first.Id}");
        (await CodeAsync(await client.PostAsync($"/api/v1/imports/{first.Id}/discard", null))).ShouldBe(
            "import.not_ready"
        );
        await api.SqlAsync($"UPDATE jobs SET state = 'Failed' WHERE id = {first.JobId}");
        var failed = await api.ImportAsync(first.Id);
        var listed = (await GetAsync<Page<ImportView>>("/api/v1/imports")).Items.Single(one => one.Id == first.Id);

        (await client.PostAsync($"/api/v1/imports/{first.Id}/discard", null)).EnsureSuccessStatusCode();

        (failed.CanApply, failed.CanDiscard, failed.Standing).ShouldBe((true, true, ImportStanding.CutOff));
        listed.Standing.ShouldBe(ImportStanding.CutOff);
        var stopped = await api.ImportAsync(first.Id);
        (stopped.State, stopped.Counts.New, stopped.CanDiscard).ShouldBe((ImportState.Stopped, 1, false));
        await api.FinishAsync(stopped.JobId!.Value);
        (await api.ScalarAsync<long>($"SELECT count(*) FROM employees WHERE name LIKE '% Henti'")).ShouldBe(1);
        (await api.ApplyAsync(second.Id)).State.ShouldBe(ImportState.Applied);
    }

    [Fact]
    public async Task FileThatSaysNothingNew_IsCalledSo_OnThePageAndInTheFile()
    {
        const string Row = "NIP,198706062012011001,Sama Uji,L,1987-06-06,PNS,,A,B,C,ROUM,,,,2012-01-01,,";
        await ImportAsync(Row);

        var again = await DryRunAsync(Row);

        (again.State, again.Standing).ShouldBe((ImportState.Checked, ImportStanding.Unchanged));
        var file = await client.GetStringAsync("/api/v1/imports/export?format=csv&state=checked");
        file.ShouldContain("Tidak ada perubahan");
        (await client.PostAsync($"/api/v1/imports/{again.Id}/discard", null)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task SecondImport_WhileOneIsBeingApplied_IsRefused()
    {
        var first = await DryRunAsync("NIP,198703032011011001,Satu Uji,L,1987-03-03,PNS,,A,B,C,ROUM,,,,2011-01-01,,");
        var second = await DryRunAsync("NIP,198703032011011002,Dua Uji,L,1987-03-03,PNS,,A,B,C,ROUM,,,,2011-01-01,,");
        await api.SqlAsync($"UPDATE imports SET state = 'Applying', job_id = NULL WHERE id = {first.Id}");

        var refused = await client.PostAsync($"/api/v1/imports/{second.Id}/apply", null);

        await api.SqlAsync($"UPDATE imports SET state = 'Checked' WHERE id = {first.Id}");
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await CodeAsync(refused)).ShouldBe("import.another_is_running");
        (await api.ApplyAsync(second.Id)).State.ShouldBe(ImportState.Applied);
        (await CodeAsync(await client.PostAsync($"/api/v1/imports/{second.Id}/apply", null))).ShouldBe(
            "import.not_ready"
        );
        (await client.PostAsync($"/api/v1/imports/{first.Id}/discard", null)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task CompleteFile_TakesWhoIsMissingAsLeaving()
    {
        var import = await api.DryRunAsync(
            ImportKind.Employees,
            Encoding.UTF8.GetBytes(Header + "NIP,12345,Salah,L,,PNS,,,,,ROUM,,,,,,\n"),
            "roster.csv",
            ("missingLeave", "true")
        );

        import.Counts.Leaving.ShouldBeGreaterThan(1800);
        (await client.PostAsync($"/api/v1/imports/{import.Id}/discard", null)).EnsureSuccessStatusCode();
    }

    /// <summary>As a runner that died after its first portion leaves it.</summary>
    private Task<int> ApplyFirstAsync(ImportView view, int through) =>
        api.ScopeAsync(async services =>
        {
            var database = services.GetRequiredService<IDatabase>();
            var id = new ImportId(view.Id);
            await services
                .GetRequiredService<IUnitOfWork>()
                .RunAsync(
                    "Test",
                    null,
                    async () =>
                    {
                        var import = await database.Set<Import>().SingleAsync(import => import.Id == id);
                        await services
                            .GetRequiredService<IImportTables>()
                            .ApplyEmployeesAsync(import, 0, through, CancellationToken.None);
                        import.AppliedUpTo(through);
                        return Result.Success();
                    },
                    CancellationToken.None
                );
            return through;
        });

    private Task<ImportView> ImportAsync(params string[] rows) =>
        api.ImportAsync(ImportKind.Employees, Encoding.UTF8.GetBytes(Header + string.Join('\n', rows)));

    private Task<ImportView> DryRunAsync(params string[] rows) =>
        api.DryRunAsync(ImportKind.Employees, Encoding.UTF8.GetBytes(Header + string.Join('\n', rows)));

    private async Task<IReadOnlyList<ImportRowView>> RowsAsync(ImportView import) =>
        (await GetAsync<Page<ImportRowView>>($"/api/v1/imports/{import.Id}/rows")).Items;

    private async Task<T> GetAsync<T>(string address) =>
        (await api.Client(TestUser.Everything).GetFromJsonAsync<T>(address, ApiFixture.Json))!;

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
