using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pionir.Application.Common.Persistence;
using Pionir.Application.LearningHours;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.LearningHours;

public class LedgerFixture : ApiFixture
{
    public async Task<EmployeeCard> PersonAsync(
        string employmentType = "PNS",
        UnitId? unit = null,
        EmployeeId? supervisor = null
    )
    {
        var id = await this.EmployeeAsync(unit ?? await this.UnitAsync(), supervisor, employmentType: employmentType);
        return await ScopeAsync(async services =>
            (await services.GetRequiredService<IEmployeeDirectory>().FindAsync([id], CancellationToken.None))[id]
        );
    }

    public Task<LedgerReceipt> PostAsync(params IEnumerable<LedgerPosting> postings) => this.PostJpAsync(postings);

    public static LedgerPosting Posting(EmployeeId employee, Guid? training = null, int jp = 12, int round = 1) =>
        new(
            employee,
            LedgerEntryKind.Training,
            LedgerSource.Training(training ?? Guid.CreateVersion7(), employee.Value, round),
            new LedgerContent("Pelatihan Analisis Kebijakan", new DateOnly(2026, 2, 20), "3", "klasikal"),
            JpCalculator.Calculate(JpRule.Minutes, new JpActivity([new(new DateOnly(2026, 2, 20), jp * 45)]))
        );

    /// <returns>Somebody with three entries.</returns>
    public async Task<Guid> ChainAsync()
    {
        var person = (await PersonAsync()).Id;
        foreach (var _ in Enumerable.Range(0, 3))
            await PostAsync(Posting(person));
        return person.Value;
    }

    /// <summary>A fourth entry behind <see cref="ChainAsync"/>, while the table's triggers are off.</summary>
    public Task<int> PutInAsync(Guid person) =>
        this.SqlAsync(
            $"""
            INSERT INTO ledger_entries (id, employee_id, occurred_on, year, jp, minutes, kind, source, origin_id, title,
                rule_version, calculation, posted_at, posted_by, sequence, previous_hash, hash)
            SELECT gen_random_uuid(), employee_id, occurred_on, year, jp, minutes, kind, source || '+', origin_id, title,
                rule_version, calculation, posted_at, posted_by, 4, hash, hash
            FROM ledger_entries WHERE employee_id = {person} AND sequence = 3
            """
        );
}

internal static class Posting
{
    /// <summary>In a transaction of its own, as completing a training does.</summary>
    public static Task<LedgerReceipt> PostJpAsync(this ApiFixture api, params IEnumerable<LedgerPosting> postings) =>
        api.ScopeAsync(async services =>
        {
            LedgerReceipt receipt = null!;
            var done = await services
                .GetRequiredService<IUnitOfWork>()
                .RunAsync(
                    "Test",
                    null,
                    async () =>
                    {
                        receipt = await services.GetRequiredService<ILedger>().PostAsync([.. postings], default);
                        return Result.Success();
                    },
                    default
                );
            done.IsSuccess.ShouldBeTrue();
            return receipt;
        });
}

public sealed class LedgerTests(LedgerFixture api) : IClassFixture<LedgerFixture>
{
    [Fact]
    public async Task SameSource_PostsOnce_HoweverOftenItIsPosted()
    {
        var person = await api.PersonAsync();
        var posting = LedgerFixture.Posting(person.Id);

        (await api.PostAsync(posting)).ShouldBe(new LedgerReceipt(1, 0));
        (await api.PostAsync(posting)).ShouldBe(new LedgerReceipt(0, 1));

        (await CountAsync(person.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task SamePostings_FromManyAtOnce_ArePostedOnce()
    {
        var training = Guid.CreateVersion7();
        var people = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => api.PersonAsync()));

        var receipts = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(_ => api.PostAsync(people.Select(person => LedgerFixture.Posting(person.Id, training))))
        );

        receipts.Sum(receipt => receipt.Posted).ShouldBe(40);
        (await api.ScalarAsync<long>($"SELECT count(*) FROM ledger_entries WHERE origin_id = {training}")).ShouldBe(40);
    }

    [Fact]
    public async Task Entries_OfOnePerson_FormOneUnbrokenChain()
    {
        var person = await api.PersonAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => api.PostAsync(LedgerFixture.Posting(person.Id))));

        var broken = await api.ScalarAsync<long>(
            $"""
            SELECT count(*) FROM (
                SELECT e.*, lag(hash, 1, '\x') OVER (ORDER BY sequence) AS before, row_number() OVER (ORDER BY sequence) AS place
                FROM ledger_entries e WHERE employee_id = {person.Id.Value}) chain
            WHERE chain.previous_hash <> chain.before OR chain.sequence <> chain.place
                OR chain.hash <> ledger_entry_hash((SELECT e FROM ledger_entries e WHERE e.id = chain.id))
            """
        );

        broken.ShouldBe(0);
        (await CountAsync(person.Id)).ShouldBe(20);
    }

    [Theory]
    [InlineData("UPDATE ledger_entries SET jp = jp + 1")]
    [InlineData("DELETE FROM ledger_entries")]
    [InlineData("TRUNCATE ledger_entries CASCADE")]
    [InlineData("UPDATE ledger_heads SET sequence = 99")]
    [InlineData("DELETE FROM ledger_heads")]
    public async Task Entries_CannotBeChanged_BySqlOfTheApplication(string sql)
    {
        await api.PostAsync(LedgerFixture.Posting((await api.PersonAsync()).Id));
        await using var connection = new NpgsqlConnection(api.Database.AppConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);

        var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Owner_CannotChangeEntries_ByAccident() =>
        await Should.ThrowAsync<PostgresException>(async () =>
        {
            await api.PostAsync(LedgerFixture.Posting((await api.PersonAsync()).Id));
            await api.SqlAsync($"UPDATE ledger_entries SET jp = 40");
        });

    [Fact]
    public async Task Reopening_TakesBackEverything_AndMayPostAgainInTheNextRound()
    {
        var training = Guid.CreateVersion7();
        var people = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => api.PersonAsync()));
        await api.PostAsync(people.Select(person => LedgerFixture.Posting(person.Id, training)));

        (await ReverseOriginAsync(training)).ShouldBe(3);
        (await ReverseOriginAsync(training)).ShouldBe(0);
        await api.PostAsync(people.Select(person => LedgerFixture.Posting(person.Id, training, 10, round: 2)));

        (await api.ScalarAsync<long>($"SELECT sum(jp) FROM ledger_entries WHERE origin_id = {training}")).ShouldBe(30);
    }

    [Fact]
    public async Task Reversal_TakesAnEntryBack_Once()
    {
        var person = await api.PersonAsync();
        await api.PostAsync(LedgerFixture.Posting(person.Id, jp: 8));
        var officer = api.Client(TestUser.With(Permission.JpRead, Permission.JpReverse));
        var entry = (await StatementAsync(officer, person.Id)).Entries.Single();

        var first = await ReverseAsync(officer, entry.Id);
        var again = await ReverseAsync(officer, entry.Id);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        await again.ShouldRefuseAsync(HttpStatusCode.Conflict, "ledger.already_reversed");
        var statement = await StatementAsync(officer, person.Id);
        statement.Earned.ShouldBe(0);
        statement.Entries.Count.ShouldBe(2);
        statement.Entries.Single(line => line.Id == entry.Id).Reversed.ShouldBeTrue();
    }

    [Fact]
    public async Task Reversal_NeedsASecondPerson()
    {
        var person = await api.PersonAsync();
        await api.PostAsync(LedgerFixture.Posting(person.Id));
        var reader = api.Client(TestUser.With(Permission.JpRead));
        var entry = (await StatementAsync(reader, person.Id)).Entries.Single();

        var own = await ReverseAsync(api.Client(TestUser.With(Permission.JpReverse).As(person.Id.Value)), entry.Id);
        var elsewhere = await ReverseAsync(
            api.Client(TestUser.With(Permission.JpReverse).Of(Guid.CreateVersion7())),
            entry.Id
        );
        var without = await ReverseAsync(reader, entry.Id);
        var poster = await api.ScalarAsync<Guid>($"SELECT posted_by FROM ledger_entries WHERE id = {entry.Id}");
        var same = await ReverseAsync(
            api.Client(TestUser.With(Permission.JpReverse) with { UserId = poster }),
            entry.Id
        );

        await own.ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "ledger.own_entry");
        await elsewhere.ShouldRefuseAsync(HttpStatusCode.NotFound, "ledger.not_found");
        await same.ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "ledger.posted_by_same");
        without.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private Task<int> ReverseOriginAsync(Guid training) =>
        api.ScopeAsync(async services =>
        {
            var reversed = await services
                .GetRequiredService<ILedger>()
                .ReverseOriginAsync(training, "Nilai dihitung ulang", default);
            await services.GetRequiredService<IDatabase>().SaveChangesAsync();
            return reversed;
        });

    private static Task<HttpResponseMessage> ReverseAsync(HttpClient client, Guid entry) =>
        client.PostAsJsonAsync($"/api/v1/jp/entries/{entry}/reversal", new { reason = "Salah mencatat peserta" });

    private static async Task<JpStatement> StatementAsync(HttpClient client, EmployeeId person) =>
        (
            await client.GetFromJsonAsync<JpStatement>(
                $"/api/v1/jp/statement?employeeId={person.Value}&year=2026",
                ApiFixture.Json
            )
        )!;

    private Task<long> CountAsync(EmployeeId person) =>
        api.ScalarAsync<long>($"SELECT count(*) FROM ledger_entries WHERE employee_id = {person.Value}");
}
