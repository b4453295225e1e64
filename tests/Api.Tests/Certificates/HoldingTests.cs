using System.Net;
using System.Net.Http.Json;
using Npgsql;
using Pionir.Application.Certificates.Queries;
using Pionir.Domain.Certificates;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

/// <summary>A batch held, resumed and given up by a person while its runner is at work.</summary>
public sealed class HoldingTests(CertificateFixture api) : IClassFixture<CertificateFixture>
{
    private const int People = 2000;

    [Fact]
    public async Task HeldBatch_IssuesNothingMore_AndGoesOnWithoutAGap()
    {
        var (training, batch) = await HeldAsync();

        await api.IssueAsync(training); // joins it, and does not set it going
        (await ReadAsync(batch)).ShouldSatisfyAllConditions(
            held => held.State.ShouldBe(CertificateBatchState.Paused),
            held => held.Pending.ShouldBeGreaterThan(0),
            held => (held.Issued + held.Pending).ShouldBe(People),
            held => held.CanResume.ShouldBeTrue()
        );
        (await PostAsync(batch, "resume")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await api.FinishAsync(batch)).Issued.ShouldBe(People);

        (
            await api.ScalarAsync<int>(
                $"SELECT max(sequence) - min(sequence) + 1 FROM certificates WHERE source_id = {training}"
            )
        ).ShouldBe(People);
        (await IssuingTests.CodeAsync(await PostAsync(batch, "pause"))).ShouldBe("certificate_batch.already_completed");
        (await IssuingTests.CodeAsync(await PostAsync(batch, "resume"))).ShouldBe("certificate_batch.not_paused");
    }

    [Fact]
    public async Task GivenUpRest_SaysSoAtEachRow_AndCanBeIssuedLater()
    {
        var (training, batch) = await HeldAsync();

        (await PostAsync(batch, "cancel")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var ended = await ReadAsync(batch);
        var later = await api.IssueAsync(training);

        ended.State.ShouldBe(CertificateBatchState.Completed);
        ended.Pending.ShouldBe(0);
        ended.Failed.ShouldBeGreaterThan(0);
        (ended.Issued + ended.Failed).ShouldBe(People);
        ended.Rows.Items[^1].ErrorCode.ShouldBe("certificate_batch.cancelled");
        later.BatchId.ShouldNotBe(batch);
        (await api.FinishAsync(later.BatchId)).Issued.ShouldBe(ended.Failed);
    }

    /// <summary>Held after its first hundreds: the runner waits for the series, and the hold waits for the runner.</summary>
    private async Task<(Guid Training, Guid Batch)> HeldAsync()
    {
        await api.IssuedAsync(1);
        var training = api.AddTraining(People).Id;
        await using var other = new NpgsqlConnection(api.Database.OwnerConnection);
        await other.OpenAsync();
        var holds = await other.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("SELECT id FROM number_series FOR UPDATE", other, holds))
        {
            await command.ExecuteNonQueryAsync();
        }
        var batch = (await api.IssueAsync(training)).BatchId;
        await WaitForAsync("%number_series WHERE id%FOR UPDATE%");
        var pausing = PostAsync(batch, "pause");
        await WaitForAsync("%certificate_batches%FOR UPDATE%");
        await holds.RollbackAsync();
        (await pausing).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        return (training, batch);
    }

    private async Task WaitForAsync(string statement)
    {
        while (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE {statement}"
            ) == 0
        )
        {
            await Task.Delay(20);
        }
    }

    private async Task<CertificateBatchView> ReadAsync(Guid batch) =>
        (
            await api.Officer.GetFromJsonAsync<CertificateBatchView>(
                $"/api/v1/certificate-batches/{batch}?size=100&page=20",
                ApiFixture.Json
            )
        )!;

    private Task<HttpResponseMessage> PostAsync(Guid batch, string what) =>
        api.Officer.PostAsync($"/api/v1/certificate-batches/{batch}/{what}", null);
}
