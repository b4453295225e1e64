using Pionir.Api.Commands;

namespace Pionir.Api.Tests.LearningHours;

/// <summary>Tampering goes past triggers and rights, as somebody with the database in hand would do it.</summary>
public sealed class VerifyTests(LedgerFixture api) : IClassFixture<LedgerFixture>
{
    [Fact]
    public async Task Verify_TellsAWholeRecord_AndEachWayOfTampering()
    {
        var (whole, changed, cut, hole) = (
            (await api.PersonAsync()).Id.Value,
            (await api.PersonAsync()).Id.Value,
            (await api.PersonAsync()).Id.Value,
            (await api.PersonAsync()).Id.Value
        );
        foreach (var person in new[] { whole, changed, cut, hole })
        {
            for (var i = 0; i < 3; i++)
            {
                await api.PostAsync(LedgerFixture.Posting(new(person)));
            }
        }
        var (code, told) = await VerifyAsync();
        code.ShouldBe(0, told);
        told.ShouldContain("12 ledger entries: whole");

        await api.SqlAsync($"ALTER TABLE ledger_entries DISABLE TRIGGER USER");
        await api.SqlAsync($"UPDATE ledger_entries SET jp = 40 WHERE employee_id = {changed} AND sequence = 2");
        await api.SqlAsync($"DELETE FROM ledger_entries WHERE employee_id = {cut} AND sequence = 3");
        await api.SqlAsync($"DELETE FROM ledger_entries WHERE employee_id = {hole} AND sequence = 2");
        await api.SqlAsync($"ALTER TABLE ledger_entries ENABLE TRIGGER USER");
        var lost = new string('a', 64);
        await api.SqlAsync(
            $"INSERT INTO stored_files (hash, content_type, size, stored_at) VALUES ({lost}, 'application/pdf', 1, now())"
        );
        (code, told) = await VerifyAsync();

        code.ShouldBe(1);
        told.ShouldContain($"entry 2 of {changed}: its content was changed");
        told.ShouldContain($"the last entry of {cut} is not the one that was written last");
        told.ShouldContain($"entry 3 of {hole}: entries before it are missing");
        told.ShouldContain($"file {lost}: missing");
        told.ShouldNotContain(whole.ToString());
    }

    private async Task<(int Code, string Told)> VerifyAsync()
    {
        await using var output = new StringWriter();
        var code = await VerifyVerb.RunAsync(api.Host.Services, output);
        return (code, output.ToString());
    }
}
