namespace Pionir.Application.Common.Signing;

/// <summary>
/// Looks at a file of which nothing is known, perhaps made to harm: finds what it claims to be and checks the signatures
/// in it. Unpacks nothing, follows nothing, and answers for any bytes.
/// </summary>
public interface IPaperInspector
{
    PaperReading Read(byte[] file);
}

/// <param name="Token">Verification token that the file names as its own.</param>
/// <param name="Title">As the document information says.</param>
/// <param name="Signatures">In the order of the file; the first few only.</param>
public sealed record PaperReading(string? Token, string? Title, IReadOnlyList<PaperSignature> Signatures);

/// <param name="Signer">As its certificate says; empty when it cannot be read.</param>
/// <param name="Thumbprint">SHA-256 of the signer's certificate.</param>
/// <param name="SignedAt">As the signer says.</param>
/// <param name="TimestampedAt">As a time-stamp authority says, when its token holds.</param>
/// <param name="End">Up to where it covers the file.</param>
public sealed record PaperSignature(
    SignatureState State,
    string Signer,
    byte[] Thumbprint,
    DateTimeOffset? SignedAt,
    DateTimeOffset? TimestampedAt,
    long End
);

public enum SignatureState
{
    /// <summary>What it covers is as it was signed.</summary>
    Valid,

    /// <summary>What it covers was changed, or it was not made with that certificate.</summary>
    Invalid,

    /// <summary>No signature that can be checked.</summary>
    Unreadable,
}
