using Microsoft.Extensions.Configuration;
using Pionir.Application.Common.Signing;
using Pionir.Domain.Common;

namespace Pionir.Infrastructure.Signing;

/// <summary>
/// Signs with the PKCS#12 file that <c>Signing:Certificate</c> names; without one, with a test certificate of its own
/// making. The file is looked at each time, so that whoever renews or mends it need not start anew.
/// </summary>
internal sealed class ConfiguredSigner(IConfiguration configuration, TestCertificates tests, TimeProvider time)
    : ICertificateSigner,
        IDisposable
{
    private readonly SemaphoreSlim loading = new(1);

    // Who began to sign with a key that was renewed meanwhile ends with it.
    private readonly List<SigningKey> opened = [];
    private volatile Held? held;

    public async Task<Result<SigningIdentity>> IdentityAsync(CancellationToken cancellationToken)
    {
        var key = await KeyAsync(cancellationToken);
        return !key.IsSuccess ? key.Error
            : key.Value.ProblemAt(time.GetUtcNow()) is { } problem ? problem
            : key.Value.Identity;
    }

    public async Task<byte[]> SignAsync(SigningIdentity by, byte[] data, CancellationToken cancellationToken)
    {
        if (held is { Key: var newest } && newest.Identity == by)
            return newest.Sign(data);
        await loading.WaitAsync(cancellationToken);
        try
        {
            return opened.Single(key => key.Identity == by).Sign(data);
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose()
    {
        loading.Dispose();
        opened.ForEach(key => key.Dispose());
    }

    private async ValueTask<Result<SigningKey>> KeyAsync(CancellationToken cancellationToken)
    {
        var path = configuration["Signing:Certificate"];
        var file = string.IsNullOrEmpty(path) ? default : FileState.Of(path);
        if (held is { } known && known.File == file)
            return known.Key;
        await loading.WaitAsync(cancellationToken);
        try
        {
            if (held is { } quicker && quicker.File == file)
                return quicker.Key;
            var found = string.IsNullOrEmpty(path)
                ? await TestAsync(cancellationToken)
                : SigningKey.Open(path, configuration["Signing:CertificatePassword"]);
            if (found.IsSuccess)
            {
                opened.Add(found.Value);
                held = new Held(found.Value, file);
            }
            return found;
        }
        finally
        {
            loading.Release();
        }
    }

    private async Task<Result<SigningKey>> TestAsync(CancellationToken cancellationToken)
    {
        var (certificate, curve) = await tests.CurrentAsync(cancellationToken);
        // Another one is made in its place when it has ended.
        var identity = new SigningIdentity(TestCertificates.Name, [certificate], DateTimeOffset.MaxValue, IsTest: true);
        return new SigningKey(identity, DateTimeOffset.MinValue, curve, null);
    }

    /// <param name="File">As it was just before the key was read from it.</param>
    private sealed record Held(SigningKey Key, FileState File);

    private readonly record struct FileState(string? Path, DateTime WrittenAt, long Length)
    {
        /// <summary>Where the name is a link, of what it leads to: that is how many a platform exchanges its secrets.</summary>
        public static FileState Of(string path)
        {
            if (!File.Exists(path))
                return default;
            var file = new FileInfo(path);
            if (file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
                file = target;
            return new FileState(file.FullName, file.LastWriteTimeUtc, file.Length);
        }
    }
}
