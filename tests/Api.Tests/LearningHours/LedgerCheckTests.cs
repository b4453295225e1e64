using System.Net.Http.Json;
using Pionir.Application.Common.Jobs;
using Pionir.Application.LearningHours.Queries;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.LearningHours;

/// <summary>Tampering with the rights of the database's owner, past every trigger.</summary>
public sealed class LedgerCheckTests(LedgerFixture api) : IClassFixture<LedgerFixture>
{
    private HttpClient Auditor => api.Client(TestUser.With(Permission.AuditRead));

    [Fact]
    public async Task Check_NamesEachChangedRemovedInsertedAndMovedEntry()
    {
        var (whole, changed, removed, cut, moved, added) = (
            await api.ChainAsync(),
            await api.ChainAsync(),
            await api.ChainAsync(),
            await api.ChainAsync(),
            await api.ChainAsync(),
            await api.ChainAsync()
        );
        (await CheckAsync())
            .Checks[0]
            .ShouldSatisfyAllConditions(
                check => (check.People, check.Entries, check.Faults).ShouldBe((6, 18L, 0)),
                check => check.FinishedAt.ShouldNotBeNull()
            );

        await api.SqlAsync($"ALTER TABLE ledger_entries DISABLE TRIGGER USER");
        await api.SqlAsync($"UPDATE ledger_entries SET title = 'Lain' WHERE employee_id = {changed} AND sequence = 2");
        await api.SqlAsync($"DELETE FROM ledger_entries WHERE employee_id = {removed} AND sequence = 2");
        await api.SqlAsync($"DELETE FROM ledger_entries WHERE employee_id = {cut} AND sequence = 3");
        foreach (var (from, to) in new[] { (1, 9), (2, 1), (9, 2) })
        {
            await api.SqlAsync(
                $"UPDATE ledger_entries SET sequence = {to} WHERE employee_id = {moved} AND sequence = {from}"
            );
        }
        await api.PutInAsync(added);
        await api.SqlAsync($"ALTER TABLE ledger_entries ENABLE TRIGGER USER");
        var found = (await CheckAsync()).Faults;

        Kinds(changed).ShouldBe([(2, LedgerFaultKind.Changed)]);
        Kinds(removed).ShouldContain((3, LedgerFaultKind.Missing));
        Kinds(cut).ShouldBe([(2, LedgerFaultKind.EndDiffers), (3, LedgerFaultKind.Gone)]);
        Kinds(moved).ShouldContain((2, LedgerFaultKind.OutOfPlace));
        Kinds(added).ShouldContain((4, LedgerFaultKind.Changed));
        Kinds(added).ShouldContain((4, LedgerFaultKind.EndDiffers));
        Kinds(whole).ShouldBeEmpty();
        var waiting = await Auditor.GetStringAsync("/api/v1/waiting-items");
        waiting.ShouldContain("ledger.not_whole");

        (int, LedgerFaultKind)[] Kinds(Guid person) =>
            [.. found.Where(fault => fault.EmployeeId == person).Select(fault => (fault.Sequence, fault.Kind))];
    }

    private async Task<LedgerCheckList> CheckAsync()
    {
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        var asked = await Auditor.PostAsync("/api/v1/ledger-checks", null);
        var job = (await asked.Content.ReadFromJsonAsync<JobAccepted>(ApiFixture.Json))!.JobId;
        // The stream ends with the job.
        await api.Client(TestUser.With(Permission.JobsReadAll)).GetStringAsync($"/api/v1/jobs/{job}/events");
        return (await Auditor.GetFromJsonAsync<LedgerCheckList>("/api/v1/ledger-checks", ApiFixture.Json))!;
    }
}
