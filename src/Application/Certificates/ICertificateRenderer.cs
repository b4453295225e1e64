using Pionir.Application.Certificates.Templates;
using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates;

/// <summary>
/// Prints certificates. A pure function of snapshot, template version and credential: the same always give the same bytes,
/// today and in ten years, so that papers need not be kept.
/// </summary>
public interface ICertificateRenderer
{
    /// <summary>Code of the template that ships, for whatever no other one is assigned to.</summary>
    string BuiltInTemplate { get; }

    /// <summary>Whether it is a template of the product, of today or of former times, and not a designed one.</summary>
    bool Ships(string templateVersion);

    /// <param name="logo">PNG or JPEG behind <see cref="SnapshotIssuer.LogoHash"/>; null prints the built-in mark.</param>
    /// <param name="preview">Prints a mark across the page that it is not valid.</param>
    /// <param name="credential">Attached to the paper.</param>
    byte[] Render(
        CertificateSnapshot snapshot,
        string templateVersion,
        byte[]? logo = null,
        bool preview = false,
        byte[]? credential = null
    );

    /// <summary>
    /// Papers of this template say that they are signed electronically, and are. The first template did not: papers that
    /// were given out before stay as they are, byte for byte.
    /// </summary>
    bool IsSigned(string templateVersion);

    /// <summary>With a designed template; a published version is made ready once and kept.</summary>
    byte[] Render(
        CertificateSnapshot snapshot,
        TemplateMaterial template,
        byte[]? logo = null,
        bool preview = false,
        byte[]? credential = null
    );

    /// <summary>Begins a file of many certificates for printing.</summary>
    IPrintCopy BeginCopy();

    /// <summary>Letters of the text that no font of the template can print.</summary>
    string MissingLetters(string text);
}
