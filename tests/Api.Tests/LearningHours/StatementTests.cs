using System.Net;
using System.Net.Http.Json;
using Pionir.Application.LearningHours;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.LearningHours;

public sealed class StatementTests(LedgerFixture api) : IClassFixture<LedgerFixture>
{
    [Fact]
    public async Task OwnStatement_NeedsNoPermission_AndMeasuresAgainstTheTarget()
    {
        var person = await api.PersonAsync(employmentType: "PNS");
        await api.PostAsync(LedgerFixture.Posting(person.Id, jp: 12));

        var statement = await ReadAsync(api.Client(TestUser.With().As(person.Id.Value)), "?year=2026");

        statement.Earned.ShouldBe(12);
        statement.Target.MinimumJp.ShouldBe(20);
        statement.Shortfall.ShouldBe(8);
        statement.Met.ShouldBeFalse();
        statement.Months[1].ShouldBe(12);
        statement.Entries.Single().Steps.Single().Jp.ShouldBe(12);
        statement.Entries.Single().CanReverse.ShouldBeFalse();
    }

    [Fact]
    public async Task Maximum_CountsNoMoreThanItself()
    {
        var person = await api.PersonAsync(employmentType: "PPPK");
        await api.PostAsync(LedgerFixture.Posting(person.Id, jp: 30));

        var statement = await ReadAsync(api.Client(TestUser.With().As(person.Id.Value)), "?year=2026");

        statement.Target.MaximumJp.ShouldBe(24);
        statement.Counted.ShouldBe(24);
        statement.Excess.ShouldBe(6);
        statement.Met.ShouldBeTrue();
    }

    [Fact]
    public async Task OtherStatements_AreReadInScope_AndTheLookIsLogged()
    {
        var unit = await api.UnitAsync();
        var person = await api.PersonAsync(unit: unit);
        var address = $"/api/v1/jp/statement?employeeId={person.Id.Value}";

        var inScope = await api.Client(TestUser.With(Permission.JpRead).Of(unit.Value)).GetAsync(address);
        var foreign = await api.Client(TestUser.With(Permission.JpRead).Of(Guid.CreateVersion7())).GetAsync(address);
        var colleague = await api.Client(TestUser.With().As(Guid.CreateVersion7())).GetAsync(address);

        inScope.StatusCode.ShouldBe(HttpStatusCode.OK);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        colleague.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var looks = await api.ScalarAsync<long>(
            $"SELECT count(*) FROM audit_entries WHERE action = 'GetJpStatement' AND subject_id = {person.Id.Value}"
        );
        looks.ShouldBe(1);
    }

    [Fact]
    public async Task Superior_ReadsTheStatementOfTheirPeople()
    {
        var boss = await api.PersonAsync();
        var person = await api.PersonAsync(supervisor: boss.Id);

        var response = await api.Client(TestUser.With().As(boss.Id.Value))
            .GetAsync($"/api/v1/jp/statement?employeeId={person.Id.Value}");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task PastStatement_CanBeMadeAgain()
    {
        var person = await api.PersonAsync();
        await api.PostAsync(LedgerFixture.Posting(person.Id, jp: 5));
        var then = api.Clock.GetUtcNow();
        api.Clock.Advance(TimeSpan.FromHours(1));
        await api.PostAsync(LedgerFixture.Posting(person.Id, jp: 7));
        var client = api.Client(TestUser.With().As(person.Id.Value));

        var asOf = await ReadAsync(client, $"?year=2026&asOf={Uri.EscapeDataString(then.ToString("O"))}");

        asOf.Earned.ShouldBe(5);
        (await ReadAsync(client, "?year=2026")).Earned.ShouldBe(12);
    }

    [Fact]
    public async Task Spreadsheet_HoldsTheStatement()
    {
        var person = await api.PersonAsync();
        await api.PostAsync(LedgerFixture.Posting(person.Id));

        var response = await api.Client(TestUser.With().As(person.Id.Value))
            .GetAsync("/api/v1/jp/statement/file?year=2026");

        response.Content.Headers.ContentType!.MediaType!.ShouldEndWith("spreadsheetml.sheet");
        (await response.Content.ReadAsByteArrayAsync())[..2].ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    public async Task WithoutEmployee_ThereIsNoOwnStatement() =>
        (await api.Client(TestUser.With()).GetAsync("/api/v1/jp/statement")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );

    [Fact]
    public async Task Year_OutOfAnyCalendar_IsRefused() =>
        (
            await api.Client(TestUser.With().As(Guid.CreateVersion7())).GetAsync("/api/v1/jp/statement?year=99999")
        ).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    private static async Task<JpStatement> ReadAsync(HttpClient client, string query) =>
        (await client.GetFromJsonAsync<JpStatement>($"/api/v1/jp/statement{query}", ApiFixture.Json))!;
}
