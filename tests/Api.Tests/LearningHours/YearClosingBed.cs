using System.Text.Json;
using Npgsql;
using Pionir.Api.Tests.Trainings;
using Pionir.Application.LearningHours;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.LearningHours;

/// <summary>People with hours in years that are over, and a head who closes them.</summary>
public abstract class YearClosingBed(TrainingFixture api)
{
    protected const string Why = "Laporan tahunan sudah dikirim ke LAN";
    protected static readonly TestUser Head = TestUser.With(Permission.JpYearClose, Permission.JobsReadAll);

    protected static StringContent JsonBody() =>
        new(JsonSerializer.Serialize(new { reason = Why }), System.Text.Encoding.UTF8, "application/json");

    protected async Task<Guid> PersonAsync()
    {
        var person = await api.AddEmployeeAsync();
        await api.SqlAsync($"UPDATE employees SET active_from = '2017-01-01' WHERE id = {person}");
        return person;
    }

    protected async Task CloseOnceAsync(int year)
    {
        await PersonAsync();
        if ((await YearAsync(year)).ValueKind == JsonValueKind.Undefined)
            await CloseAsync(year);
    }

    protected async Task CloseAsync(int year)
    {
        var job = await api.PostAsync(Head, $"/jp/years/{year}/closing", new { reason = Why }, 202);
        await api.FinishAsync(job.Id("jobId"));
    }

    protected async Task<JsonElement> YearAsync(int year) =>
        (await api.GetAsync(Head, "/jp/years"))
            .EnumerateArray()
            .FirstOrDefault(one => one.GetProperty("year").GetInt32() == year);

    protected async Task<(int Jp, int? Minimum, bool Met)> ResultAsync(Guid person, int year)
    {
        var row = await api.ScalarAsync<int[]>(
            $"""
            SELECT ARRAY[r.jp, r.minimum_jp, r.met::int] FROM year_results r
            JOIN year_closings c ON c.id = r.closing_id AND c.reopened_at IS NULL
            WHERE r.employee_id = {person} AND r.year = {year}
            """
        );
        return (row[0], row[1], row[2] == 1);
    }

    protected async Task<List<(string, int)>> FaultsAsync(Guid person)
    {
        var auditor = TestUser.With(Permission.AuditRead, Permission.JobsReadAll);
        var job = await api.PostAsync(auditor, "/ledger-checks", new { }, 202);
        await api.FinishAsync(job.Id("jobId"));
        var list = await api.GetAsync(auditor, "/ledger-checks");
        return
        [
            .. list.GetProperty("faults")
                .EnumerateArray()
                .Where(fault => fault.Id("employeeId") == person)
                .Select(fault => (fault.GetProperty("kind").GetString()!, fault.GetProperty("sequence").GetInt32())),
        ];
    }

    protected Task<LedgerReceipt> PostAsync(Guid person, int year, int jp) =>
        api.PostJpAsync(Posting(person, year, jp));

    protected async Task<bool> TryPostAsync(Guid person, int year)
    {
        try
        {
            return await InsertAsync(person, year) == 1;
        }
        catch (PostgresException refused) when (refused.ConstraintName == "ledger_entries_open_year")
        {
            return false;
        }
    }

    protected Task<int> InsertAsync(Guid person, int year) =>
        api.SqlAsync(
            $"""
            INSERT INTO ledger_entries (id, employee_id, occurred_on, year, jp, minutes, kind, source, origin_id, title,
                rule_version, calculation, posted_at, posted_by)
            VALUES ({Guid.CreateVersion7()}, {person}, {new DateOnly(year, 6, 1)}, {year}, 4, 180, 'Training',
                {Guid.NewGuid().ToString()}, {Guid.NewGuid()}, 'Pelatihan', 'programme', '[]', now(), {Guid.NewGuid()})
            """
        );

    private static LedgerPosting Posting(Guid person, int year, int jp) =>
        new(
            EmployeeId.From(person),
            LedgerEntryKind.Training,
            LedgerSource.Training(Guid.CreateVersion7(), person, 1),
            new LedgerContent("Pelatihan", new DateOnly(year, 6, 1)),
            JpCalculation.ByProgramme(jp)
        );
}
