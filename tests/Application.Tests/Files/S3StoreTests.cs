using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Files;
using Pionir.Domain.Common;
using Pionir.Infrastructure.Files;
using Pionir.Tests.Common;

namespace Pionir.Application.Tests.Files;

public sealed class S3Fixture : ApiFixture
{
    internal FakeS3 S3 { get; } = new();

    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>
        {
            ["Files:S3:Bucket"] = FakeS3.Bucket,
            ["Files:S3:Endpoint"] = S3.Address,
            ["Files:S3:AccessKey"] = "kunci",
            ["Files:S3:SecretKey"] = "rahasia",
            ["Files:S3:Prefix"] = "pionir/",
        };

    public override async ValueTask InitializeAsync()
    {
        await S3.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await S3.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The same store on an S3 service: what is kept, read in parts, missed and swept.</summary>
public sealed class S3StoreTests(S3Fixture api) : IClassFixture<S3Fixture>
{
    [Fact]
    public async Task Content_LiesInTheBucketUnderItsHash_OnceForTheSameContent()
    {
        var content = Samples.Pdf("/Satu 1");

        var first = (await SaveAsync("kak.pdf", content)).Value;
        var again = (await SaveAsync("salinan.pdf", content)).Value;

        again.Hash.ShouldBe(first.Hash);
        var kept = api.S3.Objects.Single(one => one.Key.EndsWith(first.Hash, StringComparison.Ordinal));
        kept.Key.ShouldBe($"pionir/content/{first.Hash[..2]}/{first.Hash[2..4]}/{first.Hash}");
        kept.Value.Content.ShouldBe(content);
        kept.Value.Type.ShouldBe("application/pdf");
        (await ReadAsync(first.Hash)).ShouldBe(content);
    }

    [Fact]
    public async Task RefusedContent_NeverReachesTheBucket()
    {
        var before = api.S3.Objects.Count;
        (await SaveAsync("program.pdf", Samples.Executable)).Error.Code.ShouldBe("file.disguised");
        api.S3.Objects.Count.ShouldBe(before);
    }

    [Fact]
    public async Task Part_IsAskedForAsARange()
    {
        var content = Samples.Pdf("/Bagian 1");
        var stored = (await SaveAsync("kak.pdf", content)).Value;

        await using var stream = await OpenAsync(stored.Hash);
        stream.Length.ShouldBe(content.Length);
        stream.Position = 20;
        var part = new byte[5];
        await stream.ReadExactlyAsync(part);

        part.ShouldBe(content[20..25]);
        api.S3.Ranges.ShouldContain($"bytes=20-{content.Length - 1}");
    }

    [Fact]
    public async Task BrokenConnection_IsTakenUpWhereItBroke()
    {
        var content = Samples.Pdf("/Putus " + new string('x', 20_000));
        var stored = (await SaveAsync("kak.pdf", content)).Value;

        api.S3.BreakAfter = 7;

        (await ReadAsync(stored.Hash)).ShouldBe(content);
    }

    [Fact]
    public async Task MissingContent_IsAMissingFile() =>
        await Should.ThrowAsync<FileNotFoundException>(() => OpenAsync(new string('0', 64)));

    [Fact]
    public async Task Sweep_TakesWhatNoCommandKept_AndOnlyAfterADay()
    {
        var kept = (await SaveAsync("kak.pdf", Samples.Pdf("/Tetap 1"))).Value.Hash;
        var orphan = $"pionir/content/aa/aa/{new string('a', 64)}";
        var young = $"pionir/content/bb/bb/{new string('b', 64)}";
        var now = api.Clock.GetUtcNow().UtcDateTime;
        api.S3.Objects[orphan] = ([1], null, now.AddDays(-2));
        api.S3.Objects[young] = ([1], null, now);
        foreach (var (key, value) in api.S3.Objects.Where(one => one.Key.EndsWith(kept, StringComparison.Ordinal)))
            api.S3.Objects[key] = value with { At = now.AddDays(-2) };

        await api.ScopeAsync(async services =>
        {
            await services.GetRequiredService<StoredFileSweep>().RunAsync(CancellationToken.None);
            return true;
        });

        api.S3.Objects.Keys.ShouldNotContain(orphan);
        api.S3.Objects.Keys.ShouldContain(young);
        api.S3.Objects.Keys.ShouldContain(key => key.EndsWith(kept, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Readiness_AsksTheBucket() =>
        (await api.Client().GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);

    private Task<Result<StoredFile>> SaveAsync(string name, byte[] content) =>
        api.ScopeAsync(services =>
            services
                .GetRequiredService<IFileStore>()
                .SaveAsync(
                    new MemoryStream(content),
                    name,
                    new FileRules(FileKinds.Evidence, 2 * 1024 * 1024),
                    CancellationToken.None
                )
        );

    private Task<Stream> OpenAsync(string hash) =>
        api.ScopeAsync(services => services.GetRequiredService<IFileStore>().OpenAsync(hash, CancellationToken.None));

    private async Task<byte[]> ReadAsync(string hash)
    {
        await using var stream = await OpenAsync(hash);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
