using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pionir.Application.Certificates.Queries;
using Pionir.Application.Certificates.Signing;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Signing;
using Pionir.Domain.Common;
using Pionir.Infrastructure.Signing;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

/// <summary>The time-stamp authority is away, for long, and comes back.</summary>
public sealed class StampQueueTests(StampFixture api) : IClassFixture<StampFixture>
{
    [Fact]
    public async Task PapersAskedForMeanwhile_Wait_AreSeenToWait_AndAreSignedByThemselves()
    {
        var (training, rows) = await api.IssuedAsync(2);
        var batch = await api.ScalarAsync<Guid>($"SELECT id FROM certificate_batches WHERE source_id = {training.Id}");
        var asked = rows[0].CertificateId!.Value;
        var file = $"/api/v1/certificates/{asked}/file";
        api.IsAway = true;

        var refused = await api.Officer.GetAsync(file);

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await IssuingTests.CodeAsync(refused)).ShouldBe("signing.timestamp_unavailable");
        (await StateAsync(batch)).ShouldBe([RowSignature.WaitingForTimestamp, RowSignature.NotYet]);

        await RunAsync();
        api.Clock.Advance(TimeSpan.FromMinutes(11));
        (await StateAsync(batch))[0].ShouldBe(RowSignature.WaitingForTimestamp);
        var health = await api.Client().GetStringAsync("/health/ready");
        health.ShouldContain("1 papers wait");

        api.IsAway = false;
        await RunAsync();

        (await StateAsync(batch)).ShouldBe([RowSignature.Done, RowSignature.NotYet]);
        (await api.ScalarAsync<long>($"SELECT count(*) FROM stamp_queue")).ShouldBe(0);
        (await api.Officer.GetAsync(file)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AuthorityThatStaysAway_IsAskedLessAndLess()
    {
        var (_, rows) = await api.IssuedAsync(3);
        api.IsAway = true;
        foreach (var row in rows)
            await api.Officer.GetAsync($"/api/v1/certificates/{row.CertificateId}/file");
        var before = api.Asked;

        for (var minute = 0; minute < 60; minute++)
        {
            await RunAsync();
            api.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        // After 1, 2, 4, 8, 16 and 32 minutes; once for all three.
        (api.Asked - before).ShouldBe(6);
        api.IsAway = false;
        api.Clock.Advance(TimeSpan.FromHours(1));
        await RunAsync();
    }

    [Fact]
    public async Task PaperThatCannotBePrinted_HoldsUpNobodyElse()
    {
        var (training, rows) = await api.IssuedAsync(2);
        var batch = await api.ScalarAsync<Guid>($"SELECT id FROM certificate_batches WHERE source_id = {training.Id}");
        api.IsAway = true;
        foreach (var row in rows)
        {
            await api.Officer.GetAsync($"/api/v1/certificates/{row.CertificateId}/file");
            api.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        // A logo that is no longer in the store, under a content that is as it was issued.
        var bad = rows[0].CertificateId!.Value;
        await api.SqlAsync($"ALTER TABLE certificates DISABLE TRIGGER USER");
        await api.SqlAsync(
            $"UPDATE certificates SET snapshot = jsonb_set(snapshot::jsonb, ARRAY['issuer', 'logoHash'], to_jsonb(repeat('a', 64)))::text WHERE id = {bad}"
        );
        await api.SqlAsync(
            $"UPDATE certificates SET content_hash = sha256(convert_to(template_version || chr(10) || snapshot, 'UTF8')) WHERE id = {bad}"
        );
        await api.SqlAsync($"ALTER TABLE certificates ENABLE TRIGGER USER");
        api.IsAway = false;
        api.Clock.Advance(TimeSpan.FromHours(2));

        await RunAsync();

        (await StateAsync(batch)).ShouldBe([RowSignature.WaitingForTimestamp, RowSignature.Done]);
        await api.SqlAsync($"DELETE FROM stamp_queue WHERE certificate_id = {bad}");
    }

    private async Task<IReadOnlyList<RowSignature?>> StateAsync(Guid batch)
    {
        var view = await api.Officer.GetFromJsonAsync<CertificateBatchView>(
            $"/api/v1/certificate-batches/{batch}",
            ApiFixture.Json
        );
        return [.. view!.Rows.Items.Select(row => row.Signature)];
    }

    private async Task RunAsync()
    {
        await using var scope = api.Host.Services.CreateAsyncScope();
        var task = ActivatorUtilities.CreateInstance<StampWaitingPapers>(scope.ServiceProvider);
        await ((IRecurringTask)task).RunAsync(TestContext.Current.CancellationToken);
    }
}

public sealed class StampFixture : CertificateFixture
{
    public bool IsAway { get; set; }
    public int Asked { get; private set; }

    protected override void Replace(IServiceCollection services)
    {
        base.Replace(services);
        services.Replace(ServiceDescriptor.Singleton<ITimestamps>(new Authority(this)));
    }

    private sealed class Authority(StampFixture fixture) : ITimestamps
    {
        public bool IsConfigured => true;

        public Task<Result<Timestamp>> StampAsync(byte[] signature, CancellationToken cancellationToken)
        {
            fixture.Asked++;
            return Task.FromResult<Result<Timestamp>>(
                fixture.IsAway
                    ? SigningErrors.TimestampUnavailable()
                    : new Timestamp([0x30, 0x00], fixture.Clock.GetUtcNow())
            );
        }
    }
}
