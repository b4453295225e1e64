using System.Net;
using System.Net.Http.Json;
using System.Text;
using Pionir.Api.Tests.Organization;
using Pionir.Application.Common.Persistence;
using Pionir.Application.LearningHours;
using Pionir.Application.LearningHours.Openings;
using Pionir.Application.Organization.Queries;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization.Imports;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.LearningHours;

public sealed class OpeningImportTests(RosterFixture api) : IClassFixture<RosterFixture>
{
    private const string Header = "identity_number,year,jp,title,reference,form,occurred_on\n";

    [Fact]
    public async Task Openings_ArePostedOnce_HoweverOftenTheFileIsSent()
    {
        var number = await NumberAsync(0);
        var file = File(
            $"{number},2024,24,Diklat Kearsipan,SK-1,diklat-teknis,2024-08-16",
            $"{number},2024,6,Seminar,SK-1,,"
        );

        var first = await api.ImportAsync(ImportKind.OpeningBalances, file);
        var again = await api.DryRunAsync(ImportKind.OpeningBalances, file);

        first.State.ShouldBe(ImportState.Applied);
        first.Counts.ShouldBe(new ImportCountsView(2, 2, 0, 0, 0, 0, 0));
        again.Counts.ShouldBe(new ImportCountsView(2, 0, 0, 0, 2, 0, 0));
        again.CanApply.ShouldBeFalse();
        var statement = await StatementAsync(number, 2024);
        statement.Earned.ShouldBe(30);
        statement.Entries[0].OccurredOn.ShouldBe(new DateOnly(2024, 12, 31));
        var entry = statement.Entries[1];
        (entry.Kind, entry.Jp, entry.Form, entry.Title).ShouldBe(
            (LedgerEntryKind.Opening, 24, "diklat-teknis", "Diklat Kearsipan")
        );
        entry.Steps.Single().ShouldBe(new JpStep(JpStepKind.Opening, 24, Note: "SK-1"));
    }

    [Fact]
    public async Task EachWrongRow_NamesWhatIsWrong_AndTheGoodOnesComeIn()
    {
        var number = await NumberAsync(1);
        var left = await NumberAsync(2);
        await api.SqlAsync($"UPDATE employees SET active_to = {new DateOnly(2023, 5, 31)} WHERE number = {left}");
        var wrong = new (string Row, string Code)[]
        {
            (",2024,5,A,R,,", OpeningErrors.NumberRequired),
            ("199999999999999999,2024,5,A,R,,", OpeningErrors.NumberUnknown),
            ($"{left},2023,5,A,R,,2023-06-01", OpeningErrors.LeftBefore),
            ($"{number},24,5,A,R,,", OpeningErrors.YearFormat),
            ($"{number},2027,5,A,R,,", OpeningErrors.YearFuture),
            ($"{number},2024,5,A,R,,2023-12-31", OpeningErrors.YearDiffers),
            ($"{number},2024,5,A,R,,31.13.2024", OpeningErrors.OccurredOnFormat),
            ($"{number},2026,5,A,R,,", OpeningErrors.OccurredOnRequired),
            ($"{number},2026,5,A,R,,2026-09-01", OpeningErrors.OccurredOnFuture),
            ($"{number},2024,\"5,5\",A,R,,", OpeningErrors.JpFormat),
            ($"{number},2024,0,A,R,,", OpeningErrors.JpRange),
            ($"{number},2024,-4,A,R,,", OpeningErrors.JpRange),
            ($"{number},2024,2001,A,R,,", OpeningErrors.JpRange),
            ($"{number},2024,5,,R,,", OpeningErrors.TitleRequired),
            ($"{number},2024,5,{new string('x', LedgerEntry.TitleMaximum + 1)},R,,", OpeningErrors.TitleLength),
            ($"{number},2024,5,A,,,", OpeningErrors.ReferenceRequired),
            (
                $"{number},2024,5,A,{new string('x', OpeningBalance.ReferenceMaximum + 1)},,",
                OpeningErrors.ReferenceLength
            ),
            ($"{number},2024,5,A,R,tidak-ada,", OpeningErrors.FormUnknown),
            ($"{number},2022,7,ganda,sk-9,,", OpeningErrors.Duplicate),
        };

        var import = await api.ImportAsync(
            ImportKind.OpeningBalances,
            File([$"{number},2022,7,Ganda,SK-9,,", .. wrong.Select(one => one.Row)])
        );

        import.Counts.ShouldBe(new ImportCountsView(wrong.Length + 1, 1, 0, 0, 0, wrong.Length, 0));
        (await RowsAsync(import.Id))
            .Select(row => string.Join(' ', row.Errors))
            .ShouldBe(wrong.Select(one => one.Code));
        (await RowsAsync(import.Id)).ShouldAllBe(row => row.Explanations[0].Id.Length > 10);
        (await StatementAsync(number, 2022)).Earned.ShouldBe(7);
    }

    [Fact]
    public async Task ErrorFile_CanBeMendedAndSentAgain()
    {
        var number = await NumberAsync(3);
        var import = await api.ImportAsync(ImportKind.OpeningBalances, File($"{number},2024,x,Diklat,SK-2,,"));
        var errors = await Importer().GetStringAsync($"/api/v1/imports/{import.Id}/errors?format=csv");

        errors.ShouldContain("jp.format");
        var mended = await api.ImportAsync(
            ImportKind.OpeningBalances,
            Encoding.UTF8.GetBytes(errors.Replace(",x,", ",8,"))
        );

        mended.Counts.New.ShouldBe(1);
        (await StatementAsync(number, 2024)).Earned.ShouldBe(8);
    }

    [Fact]
    public async Task AnotherAmount_IsRefused_UntilTheEarlierEntryIsTakenBack()
    {
        var number = await NumberAsync(4);
        await api.ImportAsync(ImportKind.OpeningBalances, File($"{number},2024,8,Diklat,SK-3,,"));
        var corrected = File($"{number},2024,10,Diklat,SK-3,,");
        var refused = await api.DryRunAsync(ImportKind.OpeningBalances, corrected);
        (await RowsAsync(refused.Id)).Single().Errors.ShouldBe([OpeningErrors.PostedOtherwise]);

        var entry = (await StatementAsync(number, 2024)).Entries.Single().Id;
        var reversed = await api.Client(TestUser.With(Permission.JpRead, Permission.JpReverse))
            .PostAsJsonAsync($"/api/v1/jp/entries/{entry}/reversal", new { reason = "Salah ketik di berkas" });
        reversed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await api.ImportAsync(ImportKind.OpeningBalances, corrected)).Counts.New.ShouldBe(1);

        (await StatementAsync(number, 2024)).Earned.ShouldBe(10);
        (await api.DryRunAsync(ImportKind.OpeningBalances, corrected)).Counts.Unchanged.ShouldBe(1);
    }

    [Fact]
    public async Task MergedPerson_IsPostedOnce_UnderWhicheverNumberTheFileNames()
    {
        var (kept, old) = (await NumberAsync(5), await NumberAsync(6));
        await api.ImportAsync(ImportKind.OpeningBalances, File($"{old},2024,8,Diklat,SK-4,,"));
        var (keptId, oldId) = (await api.EmployeeAsync(kept), await api.EmployeeAsync(old));
        await api.SqlAsync($"UPDATE employees SET merged_into_id = {keptId} WHERE id = {oldId}");

        var again = await api.DryRunAsync(
            ImportKind.OpeningBalances,
            File($"{old},2024,8,Diklat,SK-4,,", $"{kept},2023,4,Seminar,SK-5,,")
        );

        again.Counts.ShouldBe(new ImportCountsView(2, 1, 0, 0, 1, 0, 0));
    }

    [Fact]
    public async Task WholeRoster_ComesInAtOnce()
    {
        var numbers = await api.ScalarAsync<string[]>(
            $"SELECT array_agg(number ORDER BY number) FROM employees WHERE merged_into_id IS NULL"
        );

        var import = await api.ImportAsync(
            ImportKind.OpeningBalances,
            File([.. numbers.Select(number => $"{number},2021,20,Saldo 2021,Rekap 2021,,")])
        );

        (import.Counts.Wrong, import.Counts.New).ShouldBe((0, numbers.Length));
        (await api.ScalarAsync<long>($"SELECT sum(jp) FROM ledger_entries WHERE year = 2021")).ShouldBe(
            20 * numbers.Length
        );
    }

    [Fact]
    public async Task OnlyWhoAnswersForEverybody_BringsThemIn_AndOthersDoNotSeeThem()
    {
        var file = File($"{await NumberAsync(7)},2024,8,Diklat,SK-6,,");
        var import = await api.DryRunAsync(ImportKind.OpeningBalances, file);
        var staff = api.Client(TestUser.With(Permission.EmployeesImport));
        var ofUnit = api.Client(TestUser.With(Permission.JpImport).Of(await api.UnitAsync("ROUM")));
        var auditor = api.Client(TestUser.With(Permission.AuditRead));

        foreach (var client in new[] { staff, ofUnit })
        {
            (await UploadAsync(client, file)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await client.GetAsync($"/api/v1/imports/{import.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await client.PostAsync($"/api/v1/imports/{import.Id}/apply", null)).StatusCode.ShouldBe(
                HttpStatusCode.NotFound
            );
        }
        (await auditor.GetAsync($"/api/v1/imports/{import.Id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await auditor.PostAsync($"/api/v1/imports/{import.Id}/apply", null)).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        var seen = await Importer(employees: false)
            .GetFromJsonAsync<Page<ImportView>>("/api/v1/imports?size=100", ApiFixture.Json);
        seen!.Items.ShouldAllBe(one => one.Kind == ImportKind.OpeningBalances);
        (
            await Importer(employees: false).GetAsync("/api/v1/imports/sample?kind=openingBalances&format=csv")
        ).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private HttpClient Importer(bool employees = true) =>
        api.Client(
            employees
                ? TestUser.With(Permission.JpImport, Permission.EmployeesImport)
                : TestUser.With(Permission.JpImport)
        );

    private static Task<HttpResponseMessage> UploadAsync(HttpClient client, byte[] file) =>
        client.PostAsync(
            "/api/v1/imports",
            new MultipartFormDataContent
            {
                { new ByteArrayContent(file), "file", "saldo.csv" },
                { new StringContent("openingBalances"), "kind" },
            }
        );

    private Task<string> NumberAsync(int place) =>
        api.ScalarAsync<string>(
            $"""
            SELECT number FROM employees WHERE active_from < '2020-01-01' AND (active_to IS NULL OR active_to = '2023-05-31')
            ORDER BY number OFFSET {place} LIMIT 1
            """
        );

    private async Task<IReadOnlyList<ImportRowView>> RowsAsync(Guid import) =>
        (
            await Importer()
                .GetFromJsonAsync<Page<ImportRowView>>(
                    $"/api/v1/imports/{import}/rows?outcome=wrong&size=100",
                    ApiFixture.Json
                )
        )!.Items;

    private async Task<JpStatement> StatementAsync(string number, int year) =>
        (
            await api.Client(TestUser.With(Permission.JpRead))
                .GetFromJsonAsync<JpStatement>(
                    $"/api/v1/jp/statement?employeeId={await api.EmployeeAsync(number)}&year={year}",
                    ApiFixture.Json
                )
        )!;

    private static byte[] File(params string[] rows) => Encoding.UTF8.GetBytes(Header + string.Join('\n', rows));
}
