using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pionir.Application.Common.Signing;
using Pionir.Domain.Common;
using Pionir.Infrastructure.Signing;
using Pionir.Tests.Common;
using Pionir.Tests.Common.Papers;

namespace Pionir.Api.Tests.LearningHours;

/// <summary>The time-stamp authority is away when somebody needs their statement.</summary>
public sealed class UnstampedPaperTests(UnstampedFixture api) : IClassFixture<UnstampedFixture>
{
    [Fact]
    public async Task Statement_IsSignedWithoutAStamp_AndSaysSo_AndStaysTheSameFile()
    {
        var person = await api.PersonAsync();
        await api.PostAsync(LedgerFixture.Posting(person.Id, jp: 12));
        var client = api.Client(TestUser.With().As(person.Id.Value));

        var answer = await client.GetAsync("/api/v1/jp/statement/pdf?year=2026");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Lacks-Timestamp").ShouldBe(["true"]);
        var paper = await answer.Content.ReadAsByteArrayAsync();
        (await PdfPrograms.PdfsigAsync(paper)).ShouldContain("Signature is Valid.");
        ArchiveCheck.Complaints(paper).ShouldBeEmpty();
        var again = await client.GetAsync("/api/v1/jp/statement/pdf?year=2026");
        again.Headers.GetValues("Lacks-Timestamp").ShouldBe(["true"]);
        (await again.Content.ReadAsByteArrayAsync()).ShouldBe(paper);
    }
}

public sealed class UnstampedFixture : LedgerFixture
{
    protected override void Replace(IServiceCollection services)
    {
        base.Replace(services);
        services.Replace(ServiceDescriptor.Singleton<ITimestamps, Away>());
    }

    private sealed class Away : ITimestamps
    {
        public bool IsConfigured => true;

        public Task<Result<Timestamp>> StampAsync(byte[] signature, CancellationToken cancellationToken) =>
            Task.FromResult<Result<Timestamp>>(SigningErrors.TimestampUnavailable());
    }
}
