namespace Pionir.Application.Common.Signing;

/// <summary>
/// The signature of one paper. The paper itself is printed again when it is asked for; only what cannot be made again is
/// kept.
/// </summary>
/// <param name="PaperHash">SHA-256 of the printed paper before it was signed.</param>
/// <param name="FileHash">SHA-256 of the signed file.</param>
/// <param name="FileLength">Bytes of the signed file.</param>
/// <param name="Signer">As the signer's certificate says.</param>
/// <param name="Thumbprint">SHA-256 of the signer's certificate.</param>
/// <param name="IsTest">Signed with the test certificate.</param>
/// <param name="TimestampedAt">As the time-stamp authority says; null without one.</param>
/// <param name="Room">Bytes kept free for the signature in the file; <see cref="WholeTail"/> when somebody else put it there.</param>
/// <param name="Signature">The CMS; of a remote service, everything that it put behind the paper.</param>
public sealed record Seal(
    byte[] PaperHash,
    byte[] FileHash,
    long FileLength,
    DateTimeOffset SignedAt,
    string Signer,
    byte[] Thumbprint,
    bool IsTest,
    DateTimeOffset? TimestampedAt,
    int Room,
    byte[] Signature
)
{
    public const int WholeTail = -1;
}

/// <summary>Which paper a seal belongs to.</summary>
public readonly record struct SealSubject(SealedPaper Kind, Guid Id);

public enum SealedPaper
{
    Certificate,
    JpStatement,
}
