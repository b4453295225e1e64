using Pionir.Application.Certificates.Templates;
using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates;

/// <summary>
/// Many certificates in one file, to be printed: not signed, says so of itself, and names them in an outline. It is sent
/// while it is made; what all papers of a template share stands in it once. The same papers always give the same bytes.
/// </summary>
public interface IPrintCopy
{
    /// <param name="template">Null for a template that ships.</param>
    /// <param name="startsSheet">Begins on the front of a sheet when both sides are printed on.</param>
    void Add(PrintedCertificate certificate, TemplateMaterial? template, byte[]? logo, bool startsSheet);

    /// <summary>Names a certificate that cannot be printed, and why, where it would have stood.</summary>
    void AddNote(string text);

    /// <summary>What is finished so far; it is not kept.</summary>
    /// <param name="note">Told behind it as a comment, for who follows how far it is.</param>
    byte[] Take(string note);

    /// <summary>The end of the file.</summary>
    byte[] Close(PrintCopyFacts facts);
}

/// <param name="Sequence">Count within its number series; names its pages.</param>
public sealed record PrintedCertificate(CertificateSnapshot Content, string TemplateVersion, int Sequence);

/// <summary>What the file says of itself.</summary>
/// <param name="Subject">That it is a copy, and where the originals are.</param>
/// <param name="BothSides">Printers are asked to print on both sides.</param>
public sealed record PrintCopyFacts(string Title, string Subject, string Author, DateOnly Date, bool BothSides);
