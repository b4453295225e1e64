using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates;

/// <summary>
/// Prints certificates. A pure function of snapshot and template version: the same two always give the same bytes,
/// today and in ten years, so that papers need not be kept.
/// </summary>
public interface ICertificateRenderer
{
    /// <summary>The template for new certificates.</summary>
    string CurrentTemplate { get; }

    /// <param name="logo">PNG or JPEG behind <see cref="SnapshotIssuer.LogoHash"/>; null prints the built-in mark.</param>
    /// <param name="preview">Prints a mark across the page that it is not valid.</param>
    byte[] Render(CertificateSnapshot snapshot, string templateVersion, byte[]? logo = null, bool preview = false);

    /// <summary>
    /// Papers of this template say that they are signed electronically, and are. The first template did not: papers that
    /// were given out before stay as they are, byte for byte.
    /// </summary>
    bool IsSigned(string templateVersion);

    /// <summary>Letters of the text that no font of the template can print.</summary>
    string MissingLetters(string text);
}
