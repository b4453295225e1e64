using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Jobs;
using Pionir.Infrastructure.Jobs;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Common;

public sealed class JobTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private JobTable Table => api.Host.Services.GetRequiredService<JobTable>();

    [Fact]
    public async Task RunnerThatWasTakenForDead_CannotSpeakForItsJobAnyMore()
    {
        var first = await JobAsync("Running", attempts: 1, leaseMinutes: 60);
        (await Table.RenewAsync(first, default)).ShouldBeTrue();

        // Another runner found the lease over.
        var second = first with
        {
            Attempt = 2,
        };
        await api.SqlAsync($"UPDATE jobs SET attempts = 2 WHERE id = {first.Id}");

        (await Table.RenewAsync(first, default)).ShouldBeFalse();
        (await Table.ReportAsync(first, 5, 5, default)).ShouldBeFalse();
        (await Table.ReturnAsync(first, TimeSpan.Zero, default)).ShouldBeFalse();
        (await Table.FinishAsync(first, new JobOutcome(null), default)).ShouldBeFalse();
        (await StateAsync(first)).ShouldBe("Running");
        (await Table.FinishAsync(second, new JobOutcome(null), default)).ShouldBeTrue();
        (await StateAsync(first)).ShouldBe("Succeeded");
    }

    [Fact]
    public async Task WorkThatTakesTheProcessDownAgainAndAgain_IsGivenUp()
    {
        var job = await JobAsync("Queued", attempts: 20, leaseMinutes: -1);

        while (await StateAsync(job) is "Queued" or "Running")
        {
            await Task.Delay(50);
        }

        (await StateAsync(job)).ShouldBe("Failed");
        (await api.ScalarAsync<string>($"SELECT error_code FROM jobs WHERE id = {job.Id}")).ShouldBe("job.failed");
    }

    private Task<string> StateAsync(ClaimedJob job) =>
        api.ScalarAsync<string>($"SELECT state FROM jobs WHERE id = {job.Id}");

    private async Task<ClaimedJob> JobAsync(string state, int attempts, int leaseMinutes)
    {
        var job = new ClaimedJob(Guid.CreateVersion7(), "certificates.issue", "{}", Guid.Empty, "Pionir", attempts);
        await api.SqlAsync(
            $"""
            INSERT INTO jobs (id, kind, subject, arguments, state, done, total, attempts, requested_by,
                requested_by_name, requested_at, lease_until)
            VALUES ({job.Id}, {job.Kind}, 'Uji', {job.Arguments}::jsonb, {state}, 0, 0, {attempts}, {job.RequestedBy},
                {job.RequestedByName}, now(), now() + {leaseMinutes} * interval '1 minute')
            """
        );
        return job;
    }
}
