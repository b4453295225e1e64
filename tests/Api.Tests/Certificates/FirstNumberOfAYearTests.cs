using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pionir.Domain.Certificates;
using Pionir.Domain.Organization;
using Pionir.Infrastructure.Certificates;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Api.Tests.Certificates;

public sealed class FirstNumberOfAYearTests(CertificateFixture api) : IClassFixture<CertificateFixture>
{
    private const int Year = 2031;

    [Fact]
    public async Task TwoAtOnce_TakeFromOneSeries_AndNoneIsToldThatItsPatternIsUsed()
    {
        var (_, rows) = await api.IssuedAsync(1);
        var series = Guid.CreateVersion7();
        await using var other = new NpgsqlConnection(api.Database.OwnerConnection);
        await other.OpenAsync();
        await using var open = await other.BeginTransactionAsync();
        // One that makes the series and gives its first number; whoever looks for given numbers waits, too.
        await using var batch = new NpgsqlBatch(other, open)
        {
            BatchCommands =
            {
                new("SELECT pg_advisory_xact_lock($1)") { Parameters = { new() { Value = SeriesFinder.Making } } },
                new(
                    """
                    INSERT INTO number_series SELECT (jsonb_populate_record(s, jsonb_build_object(
                        'id', $1, 'year', $2, 'last', 1))).*
                    FROM number_series s WHERE kind = 'Training' AND unit_id IS NULL AND year < $2
                    """
                )
                {
                    Parameters =
                    {
                        new() { Value = series },
                        new() { Value = Year },
                    },
                },
                new("LOCK TABLE void_numbers IN ACCESS EXCLUSIVE MODE"),
                new("INSERT INTO void_numbers VALUES (gen_random_uuid(), $1, 1, $2, 'Salah cetak', $1, now())")
                {
                    Parameters =
                    {
                        new() { Value = series },
                        new() { Value = rows[0].Number!.Replace("2026", $"{Year}", StringComparison.Ordinal) },
                    },
                },
            },
        };
        await batch.ExecuteNonQueryAsync();

        var second = api.ScopeAsync(async services =>
        {
            await using var own = await services.GetRequiredService<PionirDbContext>().Database.BeginTransactionAsync();
            return await services
                .GetRequiredService<SeriesFinder>()
                .LockAsync(CertificateKind.Training, UnitId.New(), Year, default);
        });
        while (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
            ) == 0
        )
        {
            await Task.Delay(20);
        }
        await open.CommitAsync();

        (await second).Value.Id.Value.ShouldBe(series);
    }
}
