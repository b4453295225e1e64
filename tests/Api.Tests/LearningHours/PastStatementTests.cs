using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Api.Tests.Trainings;
using Pionir.Application.Common.Persistence;
using Pionir.Application.LearningHours;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.LearningHours;

/// <summary>Any past report can be made again exactly, whatever was posted or taken back since.</summary>
public sealed class PastStatementTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    [Fact]
    public async Task StatementBeforeAReversal_IsTheSameValueForValue_AndTheSameFileByteForByte()
    {
        var person = await api.AddEmployeeAsync();
        var client = api.Client(TestUser.With().As(person));
        await PostAsync(person, 12, "satu");
        await PostAsync(person, 8, "dua");
        var then = Moment();
        api.Clock.Advance(TimeSpan.FromHours(1));
        var shown = await ReadAsync(client, then);
        var file = await FileAsync(client, then);
        api.Clock.Advance(TimeSpan.FromDays(2));

        await ReverseAsync(
            await api.ScalarAsync<Guid>($"SELECT id FROM ledger_entries WHERE employee_id = {person} AND jp = 8")
        );
        await PostAsync(person, 5, "tiga");

        (await ReadAsync(client, then)).ShouldBe(shown);
        (await FileAsync(client, then)).ShouldBe(file);
        var past = JsonSerializer.Deserialize<JsonElement>(shown);
        past.GetProperty("earned").GetInt32().ShouldBe(20);
        past.GetProperty("asOf").GetString().ShouldBe(then[..10]);
        var now = JsonSerializer.Deserialize<JsonElement>(await ReadAsync(client, null));
        now.GetProperty("earned").GetInt32().ShouldBe(17);
        now.GetProperty("asOf").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task StatementAskedForWhileAPostingIsUnderWay_IsTheOneThatStaysForEver()
    {
        var person = await api.AddEmployeeAsync();
        var client = api.Client(TestUser.With().As(person));
        var (posted, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var posting = api.ScopeAsync(services =>
            services
                .GetRequiredService<IUnitOfWork>()
                .RunAsync(
                    "Test",
                    null,
                    async () =>
                    {
                        await services.GetRequiredService<ILedger>().PostAsync([Posting(person, 7, "satu")], default);
                        posted.SetResult();
                        await go.Task;
                        return Result.Success();
                    },
                    default
                )
        );
        await posted.Task;
        var before = Uri.EscapeDataString(api.Clock.GetUtcNow().AddMinutes(-1).ToString("O"));
        var then = Moment();
        api.Clock.Advance(TimeSpan.FromHours(1));

        // A moment before it began is final already.
        JsonSerializer
            .Deserialize<JsonElement>(await ReadAsync(client, before))
            .GetProperty("earned")
            .GetInt32()
            .ShouldBe(0);
        var reading = ReadAsync(client, then);
        await Task.WhenAny(reading, Task.Delay(500, TestContext.Current.CancellationToken));
        go.SetResult();
        (await posting).IsSuccess.ShouldBeTrue();

        (await reading).ShouldBe(await ReadAsync(client, then));
        JsonSerializer.Deserialize<JsonElement>(await reading).GetProperty("earned").GetInt32().ShouldBe(7);
    }

    [Fact]
    public async Task StatementOfThen_NamesTheUnitAndPositionOfThen()
    {
        var person = await api.AddEmployeeAsync(api.UnitB);
        await api.SqlAsync(
            $"""
            INSERT INTO employee_periods (employee_id, valid_from, valid_to, number, employment_type, rank, position,
                position_family, position_level, unit_id)
            SELECT id, '2020-01-01', '2026-02-28', '87654321', 'CPNS', '', 'Calon Analis', 'JF', '', {api.UnitA}
            FROM employees WHERE id = {person}
            """
        );
        var unit = await api.ScalarAsync<string>($"SELECT name FROM units WHERE id = {api.UnitA}");

        var past = await api.GetAsync(TestUser.With().As(person), "/jp/statement?year=2026&asOf=2026-02-10T00:00:00Z");

        past.GetProperty("unitName").GetString().ShouldBe(unit);
        past.GetProperty("position").GetString().ShouldBe("Calon Analis");
        past.GetProperty("number").GetString().ShouldBe("87654321");
    }

    [Theory]
    [InlineData("2025-12-31")]
    [InlineData("2025-10-15")] // left, and came back in January
    public async Task YearThatIsOver_IsOwedByWhatThePersonWasAtItsEnd_OnThePageAndOnThePaper(string lastDay)
    {
        var person = await api.AddEmployeeAsync(api.UnitB);
        var last = DateOnly.Parse(lastDay, CultureInfo.InvariantCulture);
        await api.SqlAsync(
            $"""
            INSERT INTO employee_periods (employee_id, valid_from, valid_to, number, employment_type, rank, position,
                position_family, position_level, unit_id)
            SELECT id, '2021-01-01'::date, {last}, '87654321', 'PPPK', '', 'Analis Kontrak', 'JF', '', {api.UnitA}
            FROM employees WHERE id = {person} UNION ALL
            SELECT id, '2026-01-01', NULL, '12345678', 'PNS', '', 'Analis', 'JF', '', unit_id
            FROM employees WHERE id = {person}
            """
        );
        var client = api.Client(TestUser.With().As(person));

        var past = await client.GetFromJsonAsync<JsonElement>("/api/v1/jp/statement?year=2025");
        (await client.GetAsync("/api/v1/jp/statement/pdf?year=2025")).EnsureSuccessStatusCode();

        past.GetProperty("employmentType").GetString().ShouldBe("pppk");
        past.GetProperty("position").GetString().ShouldBe("Analis Kontrak");
        past.GetProperty("shortfall").GetInt32().ShouldBe(0);
        past.GetProperty("target").GetProperty("minimumJp").ValueKind.ShouldBe(JsonValueKind.Null);
        var paper = await api.ScalarAsync<string>($"SELECT content FROM jp_papers WHERE employee_id = {person}");
        JpPaperContent.FromJson(paper).Minimum.ShouldBeNull();
        JpPaperContent.FromJson(paper).Unit.ShouldBe(past.GetProperty("unitName").GetString());
        var now = await client.GetFromJsonAsync<JsonElement>("/api/v1/jp/statement?year=2026");
        now.GetProperty("shortfall").GetInt32().ShouldBe(20);
    }

    [Fact]
    public async Task Future_IsTheStateOfNow_AndNothingOfThePastCanBeReversed()
    {
        var person = await api.AddEmployeeAsync();
        await PostAsync(person, 4, "empat");
        var then = Moment();
        api.Clock.Advance(TimeSpan.FromDays(1));
        var officer = TestUser.With(Permission.JpRead, Permission.JpReverse);
        var address = $"/jp/statement?year=2026&employeeId={person}&asOf=";

        var future = await api.GetAsync(officer, address + "2030-01-01T00:00:00Z");
        var past = await api.GetAsync(officer, address + then);

        future.GetProperty("asOf").ValueKind.ShouldBe(JsonValueKind.Null);
        future.GetProperty("entries")[0].GetProperty("canReverse").GetBoolean().ShouldBeTrue();
        past.GetProperty("entries")[0].GetProperty("canReverse").GetBoolean().ShouldBeFalse();
    }

    private string Moment() => Uri.EscapeDataString(api.Clock.GetUtcNow().ToString("O"));

    private Task<LedgerReceipt> PostAsync(Guid person, int jp, string title) =>
        api.PostJpAsync(Posting(person, jp, title));

    private static LedgerPosting Posting(Guid person, int jp, string title) =>
        new(
            EmployeeId.From(person),
            LedgerEntryKind.Training,
            LedgerSource.Training(Guid.CreateVersion7(), person, 1),
            new LedgerContent(title, new DateOnly(2026, 2, 20)),
            JpCalculation.ByProgramme(jp)
        );

    private async Task ReverseAsync(Guid entry)
    {
        var reversed = await api.Client(TestUser.With(Permission.JpRead, Permission.JpReverse))
            .PostAsJsonAsync($"/api/v1/jp/entries/{entry}/reversal", new { reason = "Salah mencatat peserta" });
        reversed.EnsureSuccessStatusCode();
    }

    private static Task<string> ReadAsync(HttpClient client, string? asOf) =>
        client.GetStringAsync($"/api/v1/jp/statement?year=2026{(asOf is null ? "" : $"&asOf={asOf}")}");

    private static Task<byte[]> FileAsync(HttpClient client, string asOf) =>
        client.GetByteArrayAsync($"/api/v1/jp/statement/file?year=2026&asOf={asOf}");
}
