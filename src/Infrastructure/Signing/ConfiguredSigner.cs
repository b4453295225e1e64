using Microsoft.Extensions.Configuration;
using Pionir.Application.Common.Signing;
using Pionir.Domain.Common;

namespace Pionir.Infrastructure.Signing;

/// <summary>
/// Signs with the PKCS#12 file that <c>Signing:Certificate</c> names; without one, with a test certificate of its own
/// making. A file that cannot be used is looked at again each time, so that whoever mends it need not start anew.
/// </summary>
internal sealed class ConfiguredSigner(IConfiguration configuration, TestCertificates tests, TimeProvider time)
    : ICertificateSigner,
        IDisposable
{
    private readonly SemaphoreSlim loading = new(1);
    private SigningKey? key;

    public async Task<Result<SigningIdentity>> IdentityAsync(CancellationToken cancellationToken)
    {
        var held = await KeyAsync(cancellationToken);
        return !held.IsSuccess ? held.Error
            : held.Value.ProblemAt(time.GetUtcNow()) is { } problem ? problem
            : held.Value.Identity;
    }

    public async Task<byte[]> SignAsync(byte[] data, CancellationToken cancellationToken) =>
        (await KeyAsync(cancellationToken)).Value.Sign(data);

    public void Dispose()
    {
        loading.Dispose();
        key?.Dispose();
    }

    private async ValueTask<Result<SigningKey>> KeyAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref key) is { } held)
            return held;
        await loading.WaitAsync(cancellationToken);
        try
        {
            if (key is { } quicker)
                return quicker;
            if (configuration["Signing:Certificate"] is not { Length: > 0 } path)
                return key = await TestAsync(cancellationToken);
            var opened = SigningKey.Open(path, configuration["Signing:CertificatePassword"]);
            if (opened.IsSuccess)
                key = opened.Value;
            return opened;
        }
        finally
        {
            loading.Release();
        }
    }

    private async Task<SigningKey> TestAsync(CancellationToken cancellationToken)
    {
        var (certificate, curve) = await tests.CurrentAsync(cancellationToken);
        // Another one is made in its place when it has ended.
        var identity = new SigningIdentity(TestCertificates.Name, [certificate], DateTimeOffset.MaxValue, IsTest: true);
        return new SigningKey(identity, DateTimeOffset.MinValue, curve, null);
    }
}
