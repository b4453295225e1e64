using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Faults;

/// <summary>
/// Certificates, completion, import and mail under way at once in the real process, which is killed (or loses all its
/// connections) at random moments: afterwards everything is there, and there once.
/// </summary>
public sealed class KillTests
{
    private const int Certificates = 600;
    private const int Externals = 40;
    private const int Completed = 300;
    private const int Invited = 80;
    private const int Employees = 1834;

    /// <summary>What is to be under way when harm is done, a random while after it began.</summary>
    private static readonly string[] Moments =
    [
        "SELECT FROM jobs WHERE state = 'Running' AND kind = 'certificates.issue'",
        "SELECT FROM jobs WHERE state = 'Running' AND kind = 'organization.apply_import'",
        "SELECT FROM mail_outbox WHERE state = 'Sending'",
        "SELECT FROM idempotency_keys WHERE status IS NULL",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Set it to see a failed run again.</summary>
    private static int Seed =>
        int.TryParse(Environment.GetEnvironmentVariable("PIONIR_FAULT_SEED"), out var seed)
            ? seed
            : Random.Shared.Next(100_000);

    [Fact]
    public async Task Process_KilledAtRandomMoments_LosesNothing_AndDoesNothingTwice() =>
        await RunAsync(
            rounds: 4,
            async (bed, api, stop) =>
            {
                await api.KillAsync();
                await api.DisposeAsync();
                return await bed.StartAsync(api.Address.Port, stop);
            },
            // The one mail on its way when the process died.
            copiesAtMost: 4
        );

    [Fact]
    public async Task Connections_CutAtRandomMoments_LoseNothing_AndDoNothingTwice() =>
        await RunAsync(
            rounds: 4,
            async (bed, api, _) =>
            {
                await bed.SqlAsync(
                    $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'pionir_app'"
                );
                return api;
            },
            // The sender lives on and remembers what it has sent.
            copiesAtMost: 0
        );

    private static async Task RunAsync(
        int rounds,
        Func<FaultBed, ApiProcess, CancellationToken, Task<ApiProcess>> harm,
        int copiesAtMost
    )
    {
        var seed = Seed;
        var random = new Random(seed);
        var moments = Moments.ToArray();
        random.Shuffle(moments);
        using var stop = new CancellationTokenSource(Patience);
        await using var bed = new FaultBed();
        await bed.InitializeAsync();
        var scenes = new List<Scene>();
        for (var round = 0; round < rounds; round++)
        {
            scenes.Add(
                new Scene(
                    await bed.CompletedAsync(Certificates - Externals, Externals),
                    await bed.AttendedAsync(Completed),
                    await bed.ApprovedAsync(Invited)
                )
            );
        }
        var api = await bed.StartAsync(port: 0, stop.Token);
        try
        {
            using var page = api.Page();
            (await page.SignInAsync(bed.Officer.Email, People.Password)).EnsureSuccessStatusCode();
            var client = new Persistent(page, stop.Token);
            var work = new List<Task> { ImportAsync(bed, client, rounds, stop.Token) };
            foreach (var (round, scene) in scenes.Index())
            {
                work.Add(
                    client.PostAsync($"/trainings/{scene.ToIssue}/certificates", () => JsonContent.Create(new { }))
                );
                work.Add(client.PostAsync($"/trainings/{scene.ToComplete}/complete"));
                work.Add(
                    client.PostAsync(
                        $"/trainings/{scene.ToInvite}/participants/invite",
                        () => JsonContent.Create(new { })
                    )
                );
                await MomentAsync(bed, moments[round], random, stop.Token);
                api = await harm(bed, api, stop.Token);
            }
            await Task.WhenAll(work).WaitAsync(stop.Token);
            await bed.UntilAsync(
                $"""
                SELECT NOT EXISTS (SELECT FROM jobs WHERE state IN ('Queued', 'Running'))
                    AND NOT EXISTS (SELECT FROM mail_outbox WHERE state <> 'Sent')
                """,
                stop.Token
            );
            await CheckAsync(bed, scenes, copiesAtMost);
            TestContext.Current.TestOutputHelper?.WriteLine(await TraceAsync(bed, seed));
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"PIONIR_FAULT_SEED={seed}\n{failure.Message}\n{api.Log}", failure);
        }
        finally
        {
            await api.DisposeAsync();
        }
    }

    private static async Task MomentAsync(FaultBed bed, string moment, Random random, CancellationToken stop)
    {
        // When all of its kind is done already, harm is done to what else there is.
        for (var look = 0; look < 500 && !await bed.IsSoAsync($"SELECT EXISTS ({moment})"); look++)
        {
            await Task.Delay(10, stop);
        }
        await Task.Delay(random.Next(200), stop);
    }

    /// <summary>The roster as often as there are rounds, each time with other telephone numbers for everybody.</summary>
    private static async Task ImportAsync(FaultBed bed, Persistent client, int times, CancellationToken stop)
    {
        for (var time = 0; time < times; time++)
        {
            var file = Variant(time);
            await client.PostAsync(
                "/imports",
                () =>
                    new MultipartFormDataContent
                    {
                        { new ByteArrayContent(file), "file", "roster.csv" },
                        { new StringContent("employees"), "kind" },
                    }
            );
            await bed.UntilAsync(
                $"SELECT count(*) = {time + 1} AND bool_and(state IN ('Checked', 'Applied')) FROM imports WHERE kind = 'Employees'",
                stop
            );
            var id = await bed.ScalarAsync<Guid>(
                $"SELECT id FROM imports WHERE kind = 'Employees' AND state = 'Checked'"
            );
            await client.PostAsync($"/imports/{id}/apply");
            await bed.UntilAsync($"SELECT state = 'Applied' FROM imports WHERE id = {id}", stop);
        }
    }

    private static byte[] Variant(int time)
    {
        var lines = Encoding.UTF8.GetString(Roster.Employees).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var phone = lines[0].TrimEnd('\r').Split(',').Index().Single(column => column.Item == "phone").Index;
        var fromEnd = lines[0].Split(',').Length - phone;
        var changed = lines
            .Skip(1)
            .Select(line =>
            {
                var cells = line.TrimEnd('\r').Split(',');
                cells[^fromEnd] = string.Create(CultureInfo.InvariantCulture, $"08110000{time:000}");
                return string.Join(',', cells);
            });
        return Encoding.UTF8.GetBytes(string.Join('\n', changed.Prepend(lines[0].TrimEnd('\r'))));
    }

    private static async Task CheckAsync(FaultBed bed, List<Scene> scenes, int copiesAtMost)
    {
        async Task Holds(long expected, FormattableString count) =>
            (await bed.ScalarAsync<long>(count)).ShouldBe(expected, count.Format);

        var rounds = scenes.Count;
        foreach (var scene in scenes)
        {
            await Holds(Certificates, $"SELECT count(*) FROM certificates WHERE source_id = {scene.ToIssue}");
            await Holds(1, $"SELECT count(*) FROM certificate_batches WHERE source_id = {scene.ToIssue}");
            await Holds(Completed, $"SELECT count(*) FROM ledger_entries WHERE origin_id = {scene.ToComplete}");
            await Holds(
                Completed,
                $"SELECT count(*) FROM participants WHERE training_id = {scene.ToComplete} AND state = 'Passed'"
            );
            await Holds(Invited, $"SELECT count(*) FROM invitations WHERE training_id = {scene.ToInvite}");
        }
        await Holds(rounds * Certificates, $"SELECT count(DISTINCT number) FROM certificates");
        // 1 … last, each number of the series at a certificate or in the register of void numbers.
        await Holds(
            0,
            $"""
            SELECT count(*) FROM number_series s CROSS JOIN LATERAL generate_series(1, s.last) n
            WHERE NOT EXISTS (SELECT FROM certificates c WHERE c.series_id = s.id AND c.sequence = n)
              AND NOT EXISTS (SELECT FROM void_numbers v WHERE v.series_id = s.id AND v.sequence = n)
            """
        );
        await Holds(rounds * Certificates, $"SELECT sum(last) FROM number_series");
        await Holds(
            rounds * (Certificates - Externals),
            $"SELECT count(*) FROM notifications WHERE code = 'certificate.issued'"
        );
        await Holds(
            0,
            $"""
            SELECT count(*) FROM (
                SELECT e.hash <> ledger_entry_hash(e)
                    OR e.previous_hash <> coalesce(lag(e.hash) OVER chain, '\x')
                    OR e.sequence <> row_number() OVER chain AS broken
                FROM ledger_entries e WINDOW chain AS (PARTITION BY e.employee_id ORDER BY e.sequence)) links
            WHERE broken
            """
        );
        await Holds(
            0,
            $"""
            SELECT count(*) FROM ledger_heads h JOIN ledger_entries e USING (employee_id, sequence) WHERE h.hash <> e.hash
            """
        );
        await Holds(rounds, $"SELECT count(*) FROM audit_entries WHERE action = 'PostJp'");
        await CheckRosterAsync(rounds, Holds);
        await CheckMailsAsync(bed, rounds, copiesAtMost);
    }

    private static async Task CheckRosterAsync(int rounds, Func<long, FormattableString, Task> holds)
    {
        var phone = string.Create(CultureInfo.InvariantCulture, $"08110000{rounds - 1:000}");
        await holds(Employees, $"SELECT count(*) FROM employees WHERE phone = {phone}");
        await holds(
            Employees,
            $"SELECT count(DISTINCT n.number) FROM employee_numbers n JOIN employees e ON e.id = n.employee_id WHERE phone = {phone}"
        );
        await holds(
            Employees,
            $"SELECT count(*) FROM employee_numbers n JOIN employees e ON e.id = n.employee_id WHERE phone = {phone}"
        );
        await holds(
            Employees,
            $"SELECT count(*) FROM employee_periods p JOIN employees e ON e.id = p.employee_id WHERE phone = {phone}"
        );
        // Each change of each person stands once in the audit trail.
        await holds(
            Employees * (rounds - 1),
            $"SELECT count(*) FROM audit_entries WHERE action = 'ApplyImport' AND subject_type = 'Employee'"
        );
    }

    private static async Task CheckMailsAsync(FaultBed bed, int rounds, int copiesAtMost)
    {
        var wanted = await bed.ScalarAsync<string[]>($"SELECT array_agg(replace(id::text, '-', '')) FROM mail_outbox");
        wanted.Length.ShouldBe(rounds * (Invited + Externals));
        var arrived = bed.MessageIds.Select(id => id.TrimStart('<').Split('@')[0]).ToList();
        arrived.ToHashSet().SetEquals(wanted).ShouldBeTrue("every mail arrives, and none that nobody wrote");
        (arrived.Count - wanted.Length).ShouldBeInRange(0, copiesAtMost);
    }

    /// <summary>What the harm met, to see that it met something.</summary>
    private static Task<string> TraceAsync(FaultBed bed, int seed) =>
        bed.ScalarAsync<string>(
            $"""
            SELECT format('Seed %s: %s of %s jobs and %s of %s mails were begun again, %s mails arrived twice', {seed},
                (SELECT count(*) FROM jobs WHERE attempts > 1), (SELECT count(*) FROM jobs),
                (SELECT count(*) FROM mail_outbox WHERE attempts > 1), (SELECT count(*) FROM mail_outbox),
                {bed.MessageIds.Count} - (SELECT count(*) FROM mail_outbox))
            """
        );

    private sealed record Scene(Guid ToIssue, Guid ToComplete, Guid ToInvite);
}
