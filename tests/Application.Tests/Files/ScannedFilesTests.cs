using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pionir.Application.Common.Files;
using Pionir.Infrastructure.Files;
using Pionir.Tests.Common;

namespace Pionir.Application.Tests.Files;

/// <summary>A store whose scanner says what the test wants.</summary>
public sealed class ScannedFixture : ApiFixture, IVirusScanner
{
    internal ScanVerdict Verdict { get; set; }

    protected override void Replace(IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton<IVirusScanner>(this));

    Task<ScanVerdict> IVirusScanner.ScanAsync(Stream content, CancellationToken cancellationToken) =>
        Task.FromResult(Verdict);
}

public sealed class ScannedFilesTests(ScannedFixture api) : IClassFixture<ScannedFixture>
{
    [Theory]
    [InlineData(ScanVerdict.Infected, "file.infected")]
    [InlineData(ScanVerdict.Unavailable, "file.scanner_unavailable")]
    public async Task FileThatTheScannerDoesNotPass_IsRefused_AndNotKept(ScanVerdict verdict, string code)
    {
        api.Verdict = verdict;
        var saved = await api.ScopeAsync(services =>
            services
                .GetRequiredService<IFileStore>()
                .SaveAsync(
                    new MemoryStream(Samples.Pdf($"/Mark ({verdict})")),
                    "kak.pdf",
                    new FileRules(FileKinds.Evidence, 2 * 1024 * 1024),
                    default
                )
        );

        saved.Error.Code.ShouldBe(code);
        (await api.ScalarAsync<long>($"SELECT count(*) FROM stored_files")).ShouldBe(0);
    }
}
