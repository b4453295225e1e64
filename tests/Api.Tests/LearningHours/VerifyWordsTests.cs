using Pionir.Api.Commands;

namespace Pionir.Api.Tests.LearningHours;

/// <summary>What the command says to whoever restores a backup.</summary>
public sealed class VerifyWordsTests(LedgerFixture api) : IClassFixture<LedgerFixture>
{
    [Fact]
    public async Task Verify_SaysOfEachFaultWhatItIs()
    {
        var (moved, added, closed) = (await api.ChainAsync(), await api.ChainAsync(), await api.ChainAsync());
        var closing = Guid.CreateVersion7();
        await api.SqlAsync($"ALTER TABLE ledger_entries DISABLE TRIGGER USER");
        foreach (var (from, to) in new[] { (1, 9), (2, 1), (9, 2) })
        {
            await api.SqlAsync(
                $"UPDATE ledger_entries SET sequence = {to} WHERE employee_id = {moved} AND sequence = {from}"
            );
        }
        await api.PutInAsync(added);
        await api.SqlAsync($"ALTER TABLE ledger_entries ENABLE TRIGGER USER");
        await api.SqlAsync(
            $"INSERT INTO year_closings (id, year, reason, closed_by, closed_by_name, closed_at, people, owing, met, jp) VALUES ({closing}, {2025}, {"Uji"}, {closing}, {"Uji"}, now(), 1, 0, 1, 20)"
        );
        await api.SqlAsync(
            $"INSERT INTO year_results (employee_id, closing_id, year, unit_id, employment_type, jp, counted, met) VALUES ({closed}, {closing}, {2025}, {closing}, {"PNS"}, 20, 20, true)"
        );

        var (_, told) = await VerifyAsync();

        told.ShouldContain($"entry 2 of {moved}: does not follow the entry before it");
        told.ShouldContain($"entry 4 of {added}: its content was changed");
        told.ShouldContain($"the last entry of {added} is not the one that was written last");
        told.ShouldContain($"the closed year 2025 of {closed} does not come to what was frozen when it was closed");
        told.ShouldNotContain($"the last entry of {closed}");
    }

    private async Task<(int Code, string Told)> VerifyAsync()
    {
        await using var output = new StringWriter();
        var code = await VerifyVerb.RunAsync(api.Host.Services, output);
        return (code, output.ToString());
    }
}
