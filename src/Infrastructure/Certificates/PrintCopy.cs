using System.Globalization;
using Pionir.Application.Certificates;
using Pionir.Application.Certificates.Templates;
using Pionir.Domain.Certificates;
using Pionir.Infrastructure.Certificates.Designs;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates;

/// <inheritdoc cref="IPrintCopy"/>
internal sealed class PrintCopy : IPrintCopy
{
    private readonly PdfBook book = new();
    private readonly string colours;
    private readonly Dictionary<(string Template, string Logo), Form> forms = [];
    private bool? isWide;

    public PrintCopy() => colours = PdfArchive.WriteColourSpace(book.File);

    public void Add(PrintedCertificate certificate, TemplateMaterial? template, byte[]? logo, bool startsSheet)
    {
        var content = certificate.Content;
        var key = (certificate.TemplateVersion, content.Issuer.LogoHash ?? "");
        if (!forms.TryGetValue(key, out var form))
        {
            form = template is null ? Shipped(certificate.TemplateVersion, logo) : Designed(template, logo);
            forms[key] = form;
        }
        if (startsSheet && book.PageCount % 2 == 1)
            book.AddBlank(form.Size);
        var sheets = form.Draw(content);
        isWide ??= sheets[0].Width > sheets[0].Height;
        book.Add(
            sheets,
            $"{form.Size}/Resources {form.Resources} 0 R",
            $"{content.Number} – {content.Holder.Name}",
            certificate.Sequence.ToString(CultureInfo.InvariantCulture)
        );
    }

    public void AddNote(string text) => book.AddNote(text);

    public byte[] Take(string note) => book.Take(note);

    public byte[] Close(PrintCopyFacts facts)
    {
        // Only now is it known which letters all the papers use.
        foreach (var form in forms.Values)
        {
            book.File.Put(
                form.Resources,
                new PdfBuffer(256).Add($"<</Font<<{form.Fonts.Write(book.File)}>>/XObject<<{form.Pictures}>>>>").Written
            );
        }
        var (metadata, info) = PdfArchive.Describe(
            book.File,
            facts.Title,
            facts.Author,
            facts.Date,
            identifier: null,
            subject: facts.Subject
        );
        // Wide sheets are turned over their short edge, or every back would stand on its head.
        var sides =
            !facts.BothSides ? ""
            : isWide == true ? "/Duplex/DuplexFlipShortEdge"
            : "/Duplex/DuplexFlipLongEdge";
        return book.Close(metadata, info, $"{colours}/Lang(id-ID)/ViewerPreferences<</DisplayDocTitle true{sides}>>");
    }

    private Form Shipped(string templateVersion, byte[]? logo)
    {
        var fonts = new PdfFonts().Share(brief: true, CertificateRenderer.IsKerned(templateVersion));
        var (pictures, ratio) = CompiledTemplate.WriteFixed(book.File, fonts, logo);
        return new Form(
            book.File.Reserve(),
            fonts,
            pictures,
            $"/MediaBox[0 0 {CompiledTemplate.Box}]",
            snapshot =>
                CertificateRenderer.Draw(
                    new PdfCanvas(fonts, CompiledTemplate.Width, CompiledTemplate.Height) { SquaresAsPicture = true },
                    snapshot,
                    templateVersion,
                    ratio,
                    isCopy: true
                )
        );
    }

    private Form Designed(TemplateMaterial material, byte[]? logo)
    {
        var plan = new DesignPlan(material);
        var fonts = plan.Fonts().Share(brief: true, material.Document.IsKerned);
        var (pictures, ratios, logoRatio) = CompiledDesign.WriteFixed(book.File, plan, fonts, material, logo);
        return new Form(
            book.File.Reserve(),
            fonts,
            pictures,
            $"/MediaBox[0 0 {CompiledDesign.BoxOf(plan)}]",
            snapshot =>
                [
                    .. new DesignLayout(plan, fonts, snapshot, logoRatio) { ForPrint = true }
                        .Run(ratios)
                        .Sheets.Select(sheet => sheet.Canvas),
                ]
        );
    }

    /// <summary>What papers of one template and logo have in common.</summary>
    /// <param name="Resources">Number of the object that names faces and pictures for all their pages.</param>
    private sealed record Form(
        int Resources,
        PdfFonts Fonts,
        string Pictures,
        string Size,
        Func<CertificateSnapshot, IReadOnlyList<PdfCanvas>> Draw
    );
}
