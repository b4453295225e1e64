using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization.Queries;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Imports;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Organization;

/// <summary>A number in the wrong row must not turn one person into another.</summary>
public sealed class ImportDoubtTests(RosterFixture api) : IClassFixture<RosterFixture>
{
    private const string Header =
        "identity_type,identity_number,name,sex,birth_date,employment_type,rank,position,position_family,position_level,"
        + "unit_code,supervisor_identity,email,phone,active_from,active_to,previous_identity_number\n";

    private readonly HttpClient client = api.Client(TestUser.With(Permission.EmployeesImport));

    [Fact]
    public async Task ErrorFileOfADoubledNumber_SentAgainAsItIs_RenamesNobody()
    {
        var first = await ImportAsync(
            Row("198001012005011051", "Ratna Ganda", "P", "1980-01-01"),
            Row("198001012005011051", "Joko Salin", "L", "1983-03-03")
        );
        var errors = await client.GetByteArrayAsync($"/api/v1/imports/{first.Id}/errors?format=csv");

        var again = await api.DryRunAsync(ImportKind.Employees, errors, "errors.csv");

        (again.Counts.Changed, again.Counts.Doubtful, again.CanApply, again.CanConfirmRows).ShouldBe(
            (0, 1, false, true)
        );
        var row = (await RowsAsync(again)).Single();
        row.Outcome.ShouldBe(RowOutcome.Doubtful);
        row.Errors.ShouldBe(["identity_number.another_person"]);
        row.Differences.ShouldContain(new DifferenceView("name", "Ratna Ganda", "Joko Salin"));
        row.Differences.ShouldContain(new DifferenceView("birthDate", "1980-01-01", "1983-03-03"));
        (await CodeAsync(await client.PostAsync($"/api/v1/imports/{again.Id}/apply", null))).ShouldBe(
            "import.nothing_to_apply"
        );
        (await NameAsync("198001012005011051")).ShouldBe("Ratna Ganda");
        // Left out, it can be mended like any other.
        var left = await client.GetStringAsync($"/api/v1/imports/{again.Id}/errors?format=csv");
        left.ShouldContain("identity_number.another_person");
    }

    [Fact]
    public async Task DoubtfulRow_ComesInOnceItIsConfirmed_AndWhoSaidSoIsOnRecord()
    {
        await ImportAsync(Row("198001012005011052", "Nama Lama", "L", "1980-01-01"));
        var import = await DryRunAsync(
            Row("198001012005011052", "Sama Sekali Baru", "L", "1980-10-10"),
            Row("198001012005011053", "Orang Lain", "L", "1980-01-01")
        );

        (await ConfirmAsync(import, 2, true)).EnsureSuccessStatusCode();
        var confirmed = await api.ImportAsync(import.Id);
        (await ConfirmAsync(import, 2, false)).EnsureSuccessStatusCode();
        var takenBack = await api.ImportAsync(import.Id);
        (await ConfirmAsync(import, 2, true)).EnsureSuccessStatusCode();
        (await RowsAsync(import))
            .Select(row => (row.Outcome, row.Confirmed))
            .ShouldBe([(RowOutcome.Changed, true), (RowOutcome.New, false)]);
        await api.ApplyAsync(import.Id);

        (confirmed.Counts.Changed, confirmed.Counts.Doubtful).ShouldBe((1, 0));
        (takenBack.Counts.Changed, takenBack.Counts.Doubtful).ShouldBe((0, 1));
        (await NameAsync("198001012005011052")).ShouldBe("Sama Sekali Baru");
        (await CodeAsync(await ConfirmAsync(import, 2, false))).ShouldBe("import.not_ready");
        var person = await api.EmployeeAsync("198001012005011052");
        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM audit_entries WHERE action = 'ConfirmImportRow' AND subject_id = {person}"
            )
        ).ShouldBe(3);
    }

    [Fact]
    public async Task DoubtfulRow_IsLeftOut_WhileTheGoodOnesComeIn()
    {
        await ImportAsync(Row("198001012005011054", "Tetap Saja", "L", "1980-01-01"));

        var import = await ImportAsync(
            Row("198001012005011054", "Bukan Dia", "P", "1990-09-09"),
            Row("198001012005011055", "Pendatang Uji", "L", "1980-01-01")
        );

        (import.State, import.Counts.New, import.Counts.Doubtful, import.CanDownloadErrors).ShouldBe(
            (ImportState.Applied, 1, 1, true)
        );
        (await NameAsync("198001012005011054")).ShouldBe("Tetap Saja");
    }

    [Fact]
    public async Task RowOfThePersonIndeed_CountsBeforeADoubtfulOneAboveIt()
    {
        await ImportAsync(Row("198001012005011056", "Pemilik Nomor", "L", "1980-01-01"));

        var import = await DryRunAsync(
            Row("198001012005011056", "Salah Salin", "P", "1990-09-09"),
            Row("198001012005011056", "Pemilik Nomor, S.E.", "L", "1980-01-01")
        );

        (await RowsAsync(import)).Select(row => row.Outcome).ShouldBe([RowOutcome.Wrong, RowOutcome.Changed]);
        (await CodeAsync(await ConfirmAsync(import, 2, true))).ShouldBe("import.row_not_doubtful");
    }

    [Fact]
    public async Task Confirmation_HoldsOnlyForThePersonWhoWasSeen()
    {
        await ImportAsync(Row("198001012005011057", "Nama Pertama", "L", "1980-01-01"));
        var import = await DryRunAsync(Row("198001012005011057", "Beda Orang", "L", "1990-09-09"));
        (await ConfirmAsync(import, 2, true)).EnsureSuccessStatusCode();
        await ImportAsync(Row("198001012005011057", "Nama Kedua", "L", "1980-01-01"));

        var applied = await api.ApplyAsync(import.Id);

        (applied.Counts.Changed, applied.Counts.Doubtful).ShouldBe((0, 1));
        (await NameAsync("198001012005011057")).ShouldBe("Nama Kedua");
    }

    [Fact]
    public async Task WhoMayOnlyRead_ConfirmsNothing()
    {
        await ImportAsync(Row("198001012005011058", "Hanya Dibaca", "L", "1980-01-01"));
        var import = await DryRunAsync(Row("198001012005011058", "Lain Nama", "L", "1990-09-09"));

        var refused = await api.Client(TestUser.With(Permission.AuditRead))
            .PutAsJsonAsync($"/api/v1/imports/{import.Id}/rows/2/confirmation", new { samePerson = true });

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string Row(string number, string name, string sex, string birth) =>
        $"NIP,{number},\"{name}\",{sex},{birth},PNS,III/a,Arsiparis,JF,Muda,ROUM,,,,2005-01-03,,";

    private Task<HttpResponseMessage> ConfirmAsync(ImportView import, int row, bool samePerson) =>
        client.PutAsJsonAsync($"/api/v1/imports/{import.Id}/rows/{row}/confirmation", new { samePerson });

    private Task<string> NameAsync(string number) =>
        api.ScalarAsync<string>($"SELECT name FROM employees WHERE number = {number}");

    private Task<ImportView> ImportAsync(params string[] rows) =>
        api.ImportAsync(ImportKind.Employees, Encoding.UTF8.GetBytes(Header + string.Join('\n', rows)));

    private Task<ImportView> DryRunAsync(params string[] rows) =>
        api.DryRunAsync(ImportKind.Employees, Encoding.UTF8.GetBytes(Header + string.Join('\n', rows)));

    private async Task<IReadOnlyList<ImportRowView>> RowsAsync(ImportView import) =>
        (
            await client.GetFromJsonAsync<Page<ImportRowView>>($"/api/v1/imports/{import.Id}/rows", ApiFixture.Json)
        )!.Items;

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
