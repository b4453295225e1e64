using Pionir.Application.Certificates;
using Pionir.Application.Certificates.Templates;
using Pionir.Domain.Certificates;
using Pionir.Infrastructure.Certificates.Pages;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates.Designs;

/// <summary>
/// A designed template with everything that is the same on each paper written once: faces, backgrounds, decoration,
/// pictures, colour profile. A certificate then costs little more than its own text.
/// </summary>
internal sealed class CompiledDesign
{
    private readonly DesignPlan plan;
    private readonly PdfFonts fonts;
    private readonly PaperBinder binder;
    private readonly Dictionary<Guid, double> ratios;
    private readonly double? logoRatio;

    private CompiledDesign(
        DesignPlan plan,
        PdfFonts fonts,
        PaperBinder binder,
        Dictionary<Guid, double> ratios,
        double? logoRatio
    )
    {
        this.plan = plan;
        this.fonts = fonts;
        this.binder = binder;
        this.ratios = ratios;
        this.logoRatio = logoRatio;
    }

    public static CompiledDesign Compile(TemplateMaterial material, byte[]? logo)
    {
        var plan = new DesignPlan(material);
        var file = new PdfFile(tight: true);
        var fonts = plan.Fonts();
        fonts.Write(file);
        var colours = PdfArchive.WriteColourSpace(file);
        var fixedParts = WriteFixed(file, plan, fonts, material, logo);
        return new CompiledDesign(
            plan,
            fonts,
            new PaperBinder(file.ToBlock(), fixedParts.Pictures, colours, BoxOf(plan)),
            fixedParts.Ratios,
            fixedParts.LogoRatio
        );
    }

    public static string BoxOf(DesignPlan plan) =>
        new PdfBuffer(32).Add(plan.Width).Add(plan.Height).ToString().TrimEnd();

    /// <summary>Writes decoration and pictures, and returns how pages name them.</summary>
    public static (string Pictures, Dictionary<Guid, double> Ratios, double? LogoRatio) WriteFixed(
        PdfFile file,
        DesignPlan plan,
        PdfFonts fonts,
        TemplateMaterial material,
        byte[]? logo
    )
    {
        var resources = "";
        foreach (var page in plan.Document.HasSecondPage ? new[] { 1, 2 } : [1])
        {
            var number = file.AddStream(
                DesignLayout.Decorate(plan, fonts, page).Canvas.Content,
                $"/Type/XObject/Subtype/Form/BBox[0 0 {BoxOf(plan)}]/Resources<<>>"
            );
            resources += $"/{DesignLayout.DecorationOf(page)} {number} 0 R";
        }
        var ratios = new Dictionary<Guid, double>();
        // In the order of their ids, so that the same template always gives the same bytes.
        foreach (var (id, content) in material.Pictures.OrderBy(picture => picture.Key))
        {
            var drawn = StoredPage.Is(content.Content)
                ? StoredPage.Write(file, content.Content)
                : PdfPicture.Write(file, content.Content);
            if (drawn is not { } picture)
                continue;
            resources += $"/{DesignPlan.NameOf(id)} {picture.Number} 0 R";
            ratios[id] = (double)picture.Width / picture.Height;
        }
        var mark = logo is null ? null : PdfPicture.Write(file, logo);
        if (mark is not null)
            resources += $"/{DesignLayout.Logo} {mark.Number} 0 R";
        return (resources, ratios, mark is null ? null : (double)mark.Width / mark.Height);
    }

    public byte[] Print(CertificateSnapshot snapshot, Action<PdfCanvas, Face>? mark = null, byte[]? credential = null)
    {
        var used = fonts.Share(snapshot.CarriesCredential, plan.Document.IsKerned);
        var layout = new DesignLayout(plan, used, snapshot, logoRatio, new PdfTags()).Run(ratios);
        var sheets = layout.Sheets.Select(sheet => sheet.Canvas).ToList();
        if (mark is not null)
            sheets.ForEach(sheet => mark(sheet, plan.Lender));
        return binder.Bind(
            sheets,
            used,
            new PaperFacts(
                PaperTitle.Of(snapshot.Number, snapshot.Holder.Name),
                snapshot.Issuer.Institution,
                snapshot.IssuedOn,
                snapshot.VerificationAddress,
                Packed: snapshot.CarriesCredential,
                credential
            )
        );
    }
}
