using Pionir.Application.Certificates.Templates;
using Pionir.Domain.Certificates;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Common;
using Pionir.Infrastructure.Certificates.Pages;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates.Designs;

/// <inheritdoc cref="ITemplateWorkshop"/>
internal sealed class TemplateWorkshop : ITemplateWorkshop
{
    public TemplateDrawing Draw(TemplateMaterial material, CertificateSnapshot snapshot, byte[]? logo)
    {
        var plan = new DesignPlan(material);
        var fonts = plan.Fonts();
        var layout = Lay(plan, fonts, material, snapshot, logo);
        return new TemplateDrawing(
            [.. layout.Sheets.Select(sheet => Page(plan, fonts, sheet))],
            [
                .. layout.Fitted.Select(text => new FittedText(
                    text.Block.Source.Id,
                    text.Lines.Size,
                    text.Lines.Lines.Count
                )),
            ]
        );
    }

    public IReadOnlyList<TemplateProblem> Inspect(
        TemplateMaterial material,
        IReadOnlyDictionary<TemplateSample, CertificateSnapshot> samples,
        byte[]? logo
    )
    {
        var plan = new DesignPlan(material);
        var fonts = plan.Fonts();
        var found = new List<TemplateProblem>(new DesignInspection(plan, material).OfParts());
        // The same mistake shows with several samples; once is enough.
        var told = new HashSet<(string?, string)>();
        foreach (var (sample, snapshot) in samples.OrderBy(sample => sample.Key))
        {
            var layout = Lay(plan, fonts, material, snapshot, logo);
            found.AddRange(
                DesignInspection
                    .OfSample(sample, layout)
                    .Where(problem => told.Add((problem.BlockId, problem.Error.Code)))
            );
        }
        return found;
    }

    public Result<FontFacts> ReadFont(byte[] content) => FontReader.Read(content);

    public Result<PictureFacts> ReadPicture(byte[] content) => PictureReader.Read(content);

    public Result<PagePicture> ReadPage(byte[] content, int? number) => PageImport.Read(content, number);

    private static DesignLayout Lay(
        DesignPlan plan,
        PdfFonts fonts,
        TemplateMaterial material,
        CertificateSnapshot snapshot,
        byte[]? logo
    )
    {
        var ratios = material
            .Pictures.Select(picture => (picture.Key, Size: PictureReader.SizeOf(picture.Value.Content)))
            .Where(picture => picture.Size is not null)
            .ToDictionary(
                picture => picture.Key,
                picture => (double)picture.Size!.Value.Width / picture.Size.Value.Height
            );
        var mark = PictureReader.SizeOf(logo);
        return new DesignLayout(plan, fonts, snapshot, mark is { } size ? (double)size.Width / size.Height : null).Run(
            ratios
        );
    }

    private static DrawnPage Page(DesignPlan plan, PdfFonts fonts, DesignSheet sheet) =>
        new(
            plan.Width,
            plan.Height,
            // The background comes before the decoration, as in the file.
            [
                .. Read(plan, fonts, sheet, onlyBackground: true),
                .. Read(plan, fonts, DesignLayout.Decorate(plan, fonts, sheet.Page), onlyBackground: false),
                .. Read(plan, fonts, sheet, onlyBackground: false),
            ]
        );

    private static IReadOnlyList<DrawnShape> Read(
        DesignPlan plan,
        PdfFonts fonts,
        DesignSheet sheet,
        bool onlyBackground
    )
    {
        var shapes = new ContentShapes(fonts, plan.Height);
        var content = sheet.Canvas.Content;
        if (onlyBackground)
        {
            shapes.Read(content[..(sheet.Parts.Count > 0 ? sheet.Parts[0].Start : content.Length)], null);
            return shapes.Shapes;
        }
        foreach (var (block, start, end) in sheet.Parts)
            shapes.Read(content[start..end], block);
        return shapes.Shapes;
    }
}
