using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Pionir.Build;

namespace Pionir.Benchmarks;

/// <summary>
/// A ledger of a hundred thousand and of a million entries: read again whole, beside hashing each row alone, and its
/// year closed.
/// </summary>
internal sealed class Ledgers(Stage stage)
{
    /// <summary>What a diligent employee has in a year; fewer employees have more.</summary>
    private const int EntriesEach = 20;
    private static readonly int[] Sizes = [100_000, 1_000_000];

    private readonly List<(int Entries, double Check, double Processors, double Hashes, double Close)> found = [];

    /// <summary>A year of its own for each size, because a closed one takes no entries.</summary>
    private int year = DateTime.UtcNow.Year;

    public async Task MeasureAsync()
    {
        var entries = 0;
        foreach (var size in Sizes)
        {
            year--;
            await PostAsync(size - entries);
            entries = size;
            using var admin = await PageSession.SignInAsync(stage.Address, "admin");
            using var head = await PageSession.SignInAsync(stage.Address, "headOfCentre");
            // The first one seals what stands.
            await CheckAsync(admin);
            var before = stage.ProcessorSeconds();
            var watch = Stopwatch.StartNew();
            await CheckAsync(admin);
            var check = watch.Elapsed.TotalSeconds;
            var after = stage.ProcessorSeconds();
            watch.Restart();
            await stage.ExecuteAsync(
                "SELECT count(*) FROM ledger_entries entry WHERE hash <> ledger_entry_hash(entry)"
            );
            var hashes = watch.Elapsed.TotalSeconds;
            watch.Restart();
            var closing = await head.PostAsync(
                $"/api/v1/jp/years/{year.ToString(CultureInfo.InvariantCulture)}/closing",
                JsonContent.Create(new { reason = "Tahun ini telah dilaporkan kepada menteri." })
            );
            await head.JobAsync(closing.GetProperty("jobId").GetGuid());
            found.Add(
                (
                    size,
                    check,
                    after.Api + after.Database - before.Api - before.Database,
                    hashes,
                    watch.Elapsed.TotalSeconds
                )
            );
            Say.Step($"Read a ledger of {size:N0} entries again in {check:0.00} s");
        }
        Print();
    }

    private static async Task CheckAsync(PageSession admin)
    {
        var started = await admin.PostAsync("/api/v1/ledger-checks", null);
        await admin.JobAsync(started.GetProperty("jobId").GetGuid());
        var checks = await admin.Http.GetFromJsonAsync<JsonElement>("/api/v1/ledger-checks");
        if (checks.GetProperty("checks")[0].GetProperty("faults").GetInt32() > 0)
        {
            throw new InvalidOperationException($"The ledger is not whole: {checks}");
        }
    }

    private async Task PostAsync(int entries)
    {
        await stage.ExecuteAsync(
            $"""
            INSERT INTO ledger_entries (id, employee_id, occurred_on, year, jp, minutes, kind, source, origin_id, title, form,
                cluster, rule_version, calculation, posted_at, posted_by)
            SELECT gen_random_uuid(), e.id, make_date($1, 1, 1) + (n % 360)::int, $1, 3, 135, 'Training',
                'ledger:' || $1 || ':' || e.id || ':' || n, gen_random_uuid(), 'Pelatihan pengukuran ' || n, '3', 'klasikal',
                'by_minutes@1', '[]', now(), gen_random_uuid()
            FROM (SELECT id, row_number() OVER (ORDER BY id) AS place, count(*) OVER () AS people
                  FROM (SELECT id FROM employees ORDER BY id LIMIT greatest(1, $2 / {EntriesEach})) chosen) e
            CROSS JOIN LATERAL generate_series(e.place, $2, e.people) n
            ORDER BY e.id
            """,
            year,
            entries
        );
        // What was put in by hand is sealed as a ledger from before seals is: by a first key.
        await stage.ExecuteAsync(
            """
            ALTER TABLE ledger_keys DISABLE TRIGGER USER; ALTER TABLE ledger_seals DISABLE TRIGGER USER;
            TRUNCATE ledger_keys, ledger_seals;
            ALTER TABLE ledger_keys ENABLE TRIGGER USER; ALTER TABLE ledger_seals ENABLE TRIGGER USER;
            """
        );
        await stage.ExecuteAsync("ANALYZE");
        await stage.StopAsync();
        await stage.StartAsync(CancellationToken.None);
    }

    private void Print()
    {
        Figures.Table(
            "The whole ledger read again, and a year closed, seconds",
            ["entries", "check", "of processors", "entries/s", "hashes alone", "times these", "closing a year"],
            found.Select(one =>
                (IReadOnlyList<object>)
                    [
                        one.Entries,
                        one.Check,
                        one.Processors,
                        one.Entries / one.Check,
                        one.Hashes,
                        one.Check / one.Hashes,
                        one.Close,
                    ]
            )
        );
        Figures.Growth("check of the ledger", (found[0].Entries, found[0].Check), (found[^1].Entries, found[^1].Check));
    }
}
