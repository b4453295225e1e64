using System.Net.Http.Json;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization.Queries;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Imports;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Organization;

/// <summary>The roster as a user brings it in, on a database of its own.</summary>
public sealed class ImportRosterTests(ApiFixture api) : IClassFixture<ApiFixture>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        if (await api.ScalarAsync<long>($"SELECT count(*) FROM units") == 0)
        {
            (await api.ImportAsync(ImportKind.Units, Roster.Units)).Counts.New.ShouldBe(24);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Roster_ComesInWhole_AsAWorkbook_AndAsCsvTheSecondTimeChangesNothing()
    {
        var first = await api.ImportAsync(ImportKind.Employees, Workbook.FromCsv(Roster.Employees), "pegawai.xlsx");
        var dryRun = await api.DryRunAsync(ImportKind.Employees, Roster.Employees);

        first.State.ShouldBe(ImportState.Applied);
        (await api.ScalarAsync<long>($"SELECT count(*) FROM employees")).ShouldBeGreaterThanOrEqualTo(1834);
        dryRun.Counts.ShouldBe(new ImportCountsView(1834, 0, 0, 0, 1834, 0, 0));
        dryRun.CanApply.ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RowsWithErrors_AreRefusedByTheirCode_AndTheOthersComeIn(bool rosterFirst)
    {
        await using var own = new ApiFixtureOfItsOwn();
        await own.Api.InitializeAsync();
        await own.Api.ImportAsync(ImportKind.Units, Roster.Units);
        if (rosterFirst)
        {
            await own.Api.ImportAsync(ImportKind.Employees, Roster.Employees);
        }

        var import = await own.Api.ImportAsync(ImportKind.Employees, Roster.WithErrors);

        var rows = await RowsAsync(own.Api, import);
        var expected = import.Columns.ToList().IndexOf("expected_error");
        rows.Count.ShouldBe(40);
        foreach (var row in rows)
        {
            var code = row.Cells[expected];
            if (code.Length == 0)
            {
                row.Errors.ShouldBeEmpty($"row {row.Number}");
                (await own.Api.ScalarAsync<long>($"SELECT count(*) FROM employees WHERE number = {row.Key}")).ShouldBe(
                    1
                );
            }
            else
            {
                row.Errors.ShouldContain(code, $"row {row.Number}");
                row.Outcome.ShouldBe(RowOutcome.Wrong);
            }
        }
    }

    private static async Task<IReadOnlyList<ImportRowView>> RowsAsync(ApiFixture api, ImportView import)
    {
        var client = api.Client(TestUser.With(Permission.EmployeesImport));
        var page = await client.GetFromJsonAsync<Page<ImportRowView>>(
            $"/api/v1/imports/{import.Id}/rows?size=100",
            ApiFixture.Json
        );
        return page!.Items;
    }

    private sealed class ApiFixtureOfItsOwn : IAsyncDisposable
    {
        public ApiFixture Api { get; } = new();

        public ValueTask DisposeAsync() => Api.DisposeAsync();
    }
}
