using System.Collections.Concurrent;
using System.Security.Cryptography;
using Pionir.Application.Certificates;
using Pionir.Domain.Certificates;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates;

/// <inheritdoc cref="ICertificateRenderer"/>
internal sealed class CertificateRenderer : ICertificateRenderer
{
    private const string First = "resmi-1";
    private const string BuiltIn = "resmi-2";
    private const int CompiledMaximum = 32;

    private readonly ConcurrentDictionary<string, CompiledTemplate> compiled = new();

    public string CurrentTemplate => BuiltIn;

    public byte[] Render(
        CertificateSnapshot snapshot,
        string templateVersion,
        byte[]? logo = null,
        bool preview = false
    )
    {
        if (templateVersion is not (First or BuiltIn))
            throw new ArgumentException($"There is no template {templateVersion}.", nameof(templateVersion));
        var second = templateVersion != First;
        var template = Template(logo, second);
        var fonts = template.Fonts();
        var tags = second ? new PdfTags() : null;
        var front = new PdfCanvas(fonts, CompiledTemplate.Width, CompiledTemplate.Height, tags);
        FrontPage.Draw(front, snapshot, template.LogoRatio, second);
        var sheets = new List<PdfCanvas> { front };
        SubjectPages.Draw(sheets, fonts, snapshot);
        if (preview)
            sheets.ForEach(MarkAsPreview);
        return template.Assemble(
            sheets,
            fonts,
            PaperTitle.Of(snapshot.Number, snapshot.Holder.Name),
            snapshot.Issuer.Institution,
            snapshot.IssuedOn,
            second ? snapshot.VerificationAddress : null
        );
    }

    public bool IsSigned(string templateVersion) => templateVersion != First;

    public string MissingLetters(string text) => PdfFonts.MissingFrom(text);

    private CompiledTemplate Template(byte[]? logo, bool tight)
    {
        var key = (tight ? "2:" : "1:") + (logo is null ? "" : Convert.ToHexString(SHA256.HashData(logo)));
        // Logos change once in years; more than a few mean that old ones are printed again.
        if (compiled.Count > CompiledMaximum)
            compiled.Clear();
        return compiled.GetOrAdd(key, _ => CompiledTemplate.Compile(logo, tight));
    }

    private static void MarkAsPreview(PdfCanvas sheet)
    {
        sheet.Fill(Ink.Hex(0xE3B7B2));
        sheet.SlantedText(Face.Serif, 84, 190, 430, "PRATINJAU");
    }
}
