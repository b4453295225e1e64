using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Common.Jobs;

namespace Pionir.Api.Tests.Certificates;

/// <summary>A runner that dies in the middle, and one that is only thought dead.</summary>
public sealed class CrashTests(CertificateFixture api) : IClassFixture<CertificateFixture>
{
    [Fact]
    public async Task Batch_KilledInTheMiddle_GoesOnWhereItStopped_WithNothingTwice()
    {
        var training = api.AddTraining(1300, externals: 3);
        var accepted = await api.IssueAsync(training.Id);

        // The job of the host and three others that die after some hundred people run at the same time.
        await Task.WhenAll(Enumerable.Range(1, 3).Select(chunks => RunAsync(accepted.BatchId, diesAfter: chunks)));
        await RunAsync(accepted.BatchId, diesAfter: int.MaxValue);
        var batch = await api.FinishAsync(accepted.BatchId);

        batch.Issued.ShouldBe(1300);
        (await CountAsync($"SELECT count(*) FROM certificates WHERE source_id = {training.Id}")).ShouldBe(1300);
        (await CountAsync($"SELECT count(DISTINCT number) FROM certificates WHERE source_id = {training.Id}")).ShouldBe(
            1300
        );
        (
            await CountAsync(
                $"SELECT s.last - count(*) FROM number_series s JOIN certificates c ON c.series_id = s.id GROUP BY s.last"
            )
        ).ShouldBe(0);
        (
            await CountAsync(
                $"SELECT count(*) FROM mail_outbox m JOIN certificates c ON m.to_address = c.holder_email AND m.key LIKE 'certificate:' || replace(c.id::text, '-', '') || '%' WHERE c.source_id = {training.Id}"
            )
        ).ShouldBe(3);
    }

    private Task<bool> RunAsync(Guid batch, int diesAfter) =>
        api.ScopeAsync(async services =>
        {
            try
            {
                var handler = services.GetRequiredService<IJobHandler<IssueCertificatesJob>>();
                await handler.RunAsync(new IssueCertificatesJob(batch), new Dying(diesAfter), default);
                return true;
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        });

    private Task<long> CountAsync(FormattableString sql) => api.ScalarAsync<long>(sql);

    private sealed class Dying(int reports) : IJobProgress
    {
        private int left = reports;

        public Guid JobId => Guid.Empty;
        public Guid RequestedBy => Guid.Empty;

        public Task ReportAsync(int done, int total, CancellationToken cancellationToken) =>
            left-- > 0 ? Task.CompletedTask : throw new OperationCanceledException("killed");
    }
}
