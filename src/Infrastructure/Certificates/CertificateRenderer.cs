using System.Collections.Concurrent;
using System.Security.Cryptography;
using Pionir.Application.Certificates;
using Pionir.Application.Certificates.Templates;
using Pionir.Domain.Certificates;
using Pionir.Infrastructure.Certificates.Designs;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates;

/// <inheritdoc cref="ICertificateRenderer"/>
internal sealed class CertificateRenderer : ICertificateRenderer
{
    private const string First = "resmi-1";
    private const string Second = "resmi-2";
    private const string Third = "resmi-3";
    private const string BuiltIn = "resmi-4";
    private const int CompiledMaximum = 32;

    private readonly ConcurrentDictionary<string, CompiledTemplate> compiled = new();
    private readonly ConcurrentDictionary<(string Code, string Logo), CompiledDesign> designs = new();

    public string BuiltInTemplate => BuiltIn;

    public byte[] Render(
        CertificateSnapshot snapshot,
        string templateVersion,
        byte[]? logo = null,
        bool preview = false,
        byte[]? credential = null
    )
    {
        if (!Ships(templateVersion))
            throw new ArgumentException($"There is no template {templateVersion}.", nameof(templateVersion));
        var signed = IsSigned(templateVersion);
        var template = Template(logo, tight: signed);
        var fonts = template.Fonts(snapshot.CarriesCredential, IsKerned(templateVersion));
        var tags = signed ? new PdfTags() : null;
        var front = new PdfCanvas(fonts, CompiledTemplate.Width, CompiledTemplate.Height, tags);
        var sheets = Draw(front, snapshot, templateVersion, template.LogoRatio, isCopy: false);
        if (preview)
            sheets.ForEach(sheet => MarkAsPreview(sheet, Face.Serif));
        return template.Assemble(
            sheets,
            fonts,
            new PaperFacts(
                PaperTitle.Of(snapshot.Number, snapshot.Holder.Name),
                snapshot.Issuer.Institution,
                snapshot.IssuedOn,
                signed ? snapshot.VerificationAddress : null,
                Packed: snapshot.CarriesCredential,
                credential
            )
        );
    }

    public IPrintCopy BeginCopy() => new PrintCopy();

    /// <summary>With a template that ships.</summary>
    /// <param name="front">Taken for the first page.</param>
    public static List<PdfCanvas> Draw(
        PdfCanvas front,
        CertificateSnapshot snapshot,
        string templateVersion,
        double? logoRatio,
        bool isCopy
    )
    {
        var settled = templateVersion is First or Second;
        FrontPage.Draw(front, snapshot, logoRatio, templateVersion != First, settled, isCopy);
        var sheets = new List<PdfCanvas> { front };
        SubjectPages.Draw(sheets, front.Fonts, snapshot, settled);
        return sheets;
    }

    public bool Ships(string templateVersion) => templateVersion is First or Second or Third or BuiltIn;

    public static bool IsKerned(string templateVersion) => templateVersion is not (First or Second or Third);

    public bool IsSigned(string templateVersion) => templateVersion != First;

    public byte[] Render(
        CertificateSnapshot snapshot,
        TemplateMaterial template,
        byte[]? logo = null,
        bool preview = false,
        byte[]? credential = null
    ) => Design(template, logo).Print(snapshot, preview ? MarkAsPreview : null, credential);

    public string MissingLetters(string text) => PdfFonts.MissingFrom(text);

    private CompiledTemplate Template(byte[]? logo, bool tight)
    {
        var key = (tight ? "2:" : "1:") + KeyOf(logo);
        // Logos change once in years; more than a few mean that old ones are printed again.
        if (compiled.Count > CompiledMaximum)
            compiled.Clear();
        return compiled.GetOrAdd(key, _ => CompiledTemplate.Compile(logo, tight));
    }

    private CompiledDesign Design(TemplateMaterial template, byte[]? logo)
    {
        // A draft changes with every touch; a published version never does.
        if (template.Code is not { } code)
            return CompiledDesign.Compile(template, logo);
        if (designs.Count > CompiledMaximum)
            designs.Clear();
        return designs.GetOrAdd((code, KeyOf(logo)), _ => CompiledDesign.Compile(template, logo));
    }

    private static string KeyOf(byte[]? logo) => logo is null ? "" : Convert.ToHexString(SHA256.HashData(logo));

    private static void MarkAsPreview(PdfCanvas sheet, Face face)
    {
        sheet.Fill(Ink.Hex(0xE3B7B2));
        sheet.SlantedText(face, 84, 190, 430, "PRATINJAU");
    }
}
