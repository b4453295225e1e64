using System.Security.Cryptography;
using Pionir.Application.Common;
using Pionir.Application.Common.Signing;
using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates.Signing;

/// <summary>Keeps what a remote service put behind a paper; the paper itself is printed anew each time.</summary>
internal sealed class RemoteSeals(ISealStore store, IPaperInspector inspector, TimeProvider time) : IApplicationPart
{
    public async Task KeepAsync(
        CertificateId certificate,
        byte[] paper,
        byte[] file,
        CancellationToken cancellationToken
    )
    {
        var signature = inspector.Read(file).Signatures[0];
        var seal = new Seal(
            SHA256.HashData(paper),
            SHA256.HashData(file),
            file.Length,
            signature.SignedAt ?? time.GetUtcNow(),
            signature.Signer,
            signature.Thumbprint,
            IsTest: false,
            signature.TimestampedAt,
            Seal.WholeTail,
            file[paper.Length..]
        );
        await store.KeepAsync(
            SealedPaper.Certificate,
            new Dictionary<Guid, Seal> { [certificate.Value] = seal },
            cancellationToken
        );
    }
}
