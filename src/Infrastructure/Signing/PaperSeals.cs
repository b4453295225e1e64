using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Pionir.Application.Common.Signing;
using Pionir.Domain.Common;

namespace Pionir.Infrastructure.Signing;

/// <inheritdoc cref="IPaperSeals"/>
internal sealed class PaperSeals(ICertificateSigner signer, ITimestamps timestamps) : IPaperSeals
{
    // Authorities send their certificates along; the usual token has 2 to 7 kB.
    private const int TimestampRoom = 10 * 1024;

    private volatile Signer? current;

    public async Task<Result<Seal>> MakeAsync(byte[] paper, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = await SignerAsync(cancellationToken);
        if (!found.IsSuccess)
            return found.Error;
        var by = found.Value;
        // A PDF's date has seconds; what is kept must give the same text again.
        var signedAt = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        var room = by.Room + (timestamps.IsConfigured ? TimestampRoom : 0);
        var update = SignatureUpdate.Prepare(paper, by.Identity.Name, signedAt, room);
        var attributes = CmsSignature.Attributes(update.Digest(), by.Certificates[0]);
        var signature = await signer.SignAsync(attributes, cancellationToken);
        Timestamp? timestamp = null;
        if (timestamps.IsConfigured)
        {
            var answer = await timestamps.StampAsync(signature, cancellationToken);
            if (!answer.IsSuccess)
                return answer.Error;
            timestamp = answer.Value;
        }
        var cms = CmsSignature.Assemble(by.Certificates, attributes, signature, timestamp?.Token);
        var file = update.With(cms);
        return new Seal(
            SHA256.HashData(paper),
            SHA256.HashData(file),
            file.Length,
            signedAt,
            by.Identity.Name,
            by.Thumbprint,
            by.Identity.IsTest,
            timestamp?.At,
            room,
            cms
        );
    }

    public byte[] Apply(byte[] paper, Seal seal) =>
        seal.Room == Seal.WholeTail
            ? [.. paper, .. seal.Signature]
            : SignatureUpdate.Prepare(paper, seal.Signer, seal.SignedAt, seal.Room).With(seal.Signature);

    private async Task<Result<Signer>> SignerAsync(CancellationToken cancellationToken)
    {
        var asked = await signer.IdentityAsync(cancellationToken);
        if (!asked.IsSuccess)
            return asked.Error;
        var identity = asked.Value;
        return current is { } known && known.Identity == identity ? known : current = new Signer(identity);
    }

    /// <summary>What is the same for every paper of one signer.</summary>
    private sealed class Signer
    {
        public Signer(SigningIdentity identity)
        {
            Identity = identity;
            Certificates = [.. identity.Certificates.Select(X509CertificateLoader.LoadCertificate)];
            Thumbprint = SHA256.HashData(identity.Certificates[0]);
            var attributes = CmsSignature.Attributes(new byte[SHA256.HashSizeInBytes], Certificates[0]);
            Room = CmsSignature.Assemble(Certificates, attributes, new byte[LongestSignature()], null).Length;
        }

        public SigningIdentity Identity { get; }
        public IReadOnlyList<X509Certificate2> Certificates { get; }
        public byte[] Thumbprint { get; }
        public int Room { get; }

        private int LongestSignature()
        {
            using var rsa = Certificates[0].GetRSAPublicKey();
            if (rsa is not null)
                return rsa.KeySize / 8;
            using var curve = Certificates[0].GetECDsaPublicKey();
            // Two numbers of the curve's size, each with a sign and a frame.
            return (2 * (((curve!.KeySize + 7) / 8) + 3)) + 3;
        }
    }
}
