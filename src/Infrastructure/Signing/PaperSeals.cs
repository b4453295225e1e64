using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Pionir.Application.Common.Signing;
using Pionir.Domain.Common;

namespace Pionir.Infrastructure.Signing;

/// <inheritdoc cref="IPaperSeals"/>
internal sealed class PaperSeals(ICertificateSigner signer, ITimestamps timestamps) : IPaperSeals
{
    /// <summary>
    /// What names the token in the signature, and the few bytes by which tokens of one authority differ: serial number,
    /// time, the form of its signature.
    /// </summary>
    private const int TokenSlack = 96;

    /// <summary>An authority whose tokens grow again each time they are made would be asked for ever.</summary>
    private const int Tries = 3;

    private static readonly byte[] Trial = SHA256.HashData("Pionir"u8);

    private volatile int tokenLength;
    private volatile Signer? current;

    public bool Stamps => timestamps.IsConfigured;

    public async Task<Result<Seal>> MakeAsync(
        byte[] paper,
        bool mustBeStamped,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await SignerAsync(cancellationToken);
        if (!found.IsSuccess)
            return found.Error;
        var by = found.Value;
        // A PDF's date has seconds; what is kept must give the same text again.
        var signedAt = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        var stamps = timestamps.IsConfigured;
        for (var attempt = 1; ; attempt++)
        {
            var reserve = stamps ? await TokenRoomAsync(cancellationToken) : 0;
            if (!reserve.IsSuccess && !mustBeStamped)
            {
                stamps = false;
                continue;
            }
            if (!reserve.IsSuccess)
                return reserve.Error;
            var room = by.Room + reserve.Value;
            var update = SignatureUpdate.Prepare(paper, by.Identity.Name, signedAt, room);
            var attributes = CmsSignature.Attributes(update.Digest(), by.Certificates[0]);
            var signature = await signer.SignAsync(by.Identity, attributes, cancellationToken);
            var stamped = stamps ? await StampAsync(signature, cancellationToken) : null;
            if (stamped is { IsSuccess: false } && mustBeStamped)
                return stamped.Error;
            var stamp = stamped is { IsSuccess: true } ? stamped.Value : null;
            var cms = CmsSignature.Assemble(by.Certificates, attributes, signature, stamp?.Token);
            // The authority has another certificate since its tokens were measured; now that is known.
            if (cms.Length > room && attempt < Tries)
                continue;
            if (cms.Length > room)
                return SigningErrors.TimestampUnavailable();
            var file = update.With(cms);
            return new Seal(
                SHA256.HashData(paper),
                SHA256.HashData(file),
                file.Length,
                signedAt,
                by.Identity.Name,
                by.Thumbprint,
                by.Identity.IsTest,
                stamp?.At,
                room,
                cms
            );
        }
    }

    /// <summary>
    /// Twice as many digits as the token has bytes lie in each paper, so its size is measured instead of guessed: a trial
    /// token before the first paper, the newest one afterwards.
    /// </summary>
    private async ValueTask<Result<int>> TokenRoomAsync(CancellationToken cancellationToken)
    {
        if (tokenLength == 0 && await StampAsync(Trial, cancellationToken) is { IsSuccess: false } refused)
            return refused.Error;
        return tokenLength + TokenSlack;
    }

    private async Task<Result<Timestamp>> StampAsync(byte[] signature, CancellationToken cancellationToken)
    {
        var answer = await timestamps.StampAsync(signature, cancellationToken);
        if (answer.IsSuccess)
            tokenLength = answer.Value.Token.Length;
        return answer;
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
