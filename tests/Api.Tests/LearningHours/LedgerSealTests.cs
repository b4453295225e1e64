using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pionir.Application.LearningHours.Verification;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization;
using Pionir.Infrastructure.LearningHours;

namespace Pionir.Api.Tests.LearningHours;

/// <summary>What somebody with all rights in the database does, who keeps the chain and its end in order.</summary>
public sealed class LedgerSealTests(LedgerFixture api) : IClassFixture<LedgerFixture>
{
    [Fact]
    public async Task Check_NamesWhatSqlPutInOrWroteAnewChainAndAll()
    {
        var (added, rewritten, cut, gone) = (
            await api.ChainAsync(),
            await api.ChainAsync(),
            await api.ChainAsync(),
            await api.ChainAsync()
        );
        await InsertAsync(added);
        await api.SqlAsync($"ALTER TABLE ledger_entries DISABLE TRIGGER USER");
        await api.SqlAsync($"UPDATE ledger_entries SET jp = 90 WHERE employee_id = {rewritten} AND sequence = 3");
        await api.SqlAsync(
            $"UPDATE ledger_entries e SET hash = ledger_entry_hash(e) WHERE employee_id = {rewritten} AND sequence = 3"
        );
        foreach (var person in new[] { cut, gone })
            await api.SqlAsync($"DELETE FROM ledger_entries WHERE employee_id = {person} AND sequence = 3");
        await api.SqlAsync($"ALTER TABLE ledger_entries ENABLE TRIGGER USER");
        foreach (var person in new[] { rewritten, cut, gone })
        {
            await api.SqlAsync(
                $"""
                UPDATE ledger_heads h SET (sequence, hash) = (
                    SELECT e.sequence, e.hash FROM ledger_entries e WHERE e.employee_id = h.employee_id
                    ORDER BY e.sequence DESC LIMIT 1)
                WHERE employee_id = {person}
                """
            );
        }
        // What is posted afterwards is posted, and covers nothing up.
        foreach (var person in new[] { added, cut })
            await api.PostAsync(LedgerFixture.Posting(EmployeeId.From(person)));

        (await FoundAsync(added)).ShouldBe([(4, LedgerFaultKind.NotSealed)]);
        (await FoundAsync(rewritten)).ShouldBe([(3, LedgerFaultKind.NotSealed)]);
        (await FoundAsync(cut)).ShouldBe([(3, LedgerFaultKind.NotSealed)]);
        (await FoundAsync(gone)).ShouldBe([(3, LedgerFaultKind.Gone)]);
    }

    [Fact]
    public async Task Check_OfALedgerFromBeforeSeals_FindsItWholeAndSealsItOnce()
    {
        var old = await api.ChainAsync();
        await api.SqlAsync($"ALTER TABLE ledger_seals DISABLE TRIGGER USER");
        await api.SqlAsync($"ALTER TABLE ledger_keys DISABLE TRIGGER USER");
        await api.SqlAsync($"DELETE FROM ledger_seals");
        await api.SqlAsync($"DELETE FROM ledger_keys");

        var database = api.Host.Services.GetRequiredService<NpgsqlDataSource>();
        // As an instance that starts on it.
        var protection = api.Host.Services.GetRequiredService<IDataProtectionProvider>();
        using var key = new LedgerKey(database, protection, TimeProvider.System);
        var chains = new LedgerChains(database, key);

        (await FoundAsync(old, chains)).ShouldBeEmpty();
        await InsertAsync(old);
        (await FoundAsync(old, chains)).ShouldBe([(4, LedgerFaultKind.NotSealed)]);
    }

    /// <summary>Chained by the ledger's own trigger, as any SQL would be.</summary>
    private Task<int> InsertAsync(Guid person) =>
        api.SqlAsync(
            $"""
            INSERT INTO ledger_entries (id, employee_id, occurred_on, year, jp, minutes, kind, source, origin_id, title,
                rule_version, calculation, posted_at, posted_by)
            SELECT gen_random_uuid(), employee_id, occurred_on, year, jp, minutes, kind, source || '+', origin_id, title,
                rule_version, calculation, posted_at, posted_by
            FROM ledger_entries WHERE employee_id = {person} AND sequence = 3
            """
        );

    private async Task<List<(int, LedgerFaultKind)>> FoundAsync(Guid person, LedgerChains? chains = null)
    {
        var found = new List<(int, LedgerFaultKind)>();
        var reading = chains ?? api.Host.Services.GetRequiredService<ILedgerChains>();
        await foreach (var read in reading.ReadAsync(TestContext.Current.CancellationToken))
        {
            found.AddRange(
                read.Faults.Where(fault => fault.EmployeeId == person).Select(fault => (fault.Sequence, fault.Kind))
            );
        }
        return found;
    }
}
