using Pionir.Domain.Certificates;
using Pionir.Domain.Certificates.Templates;
using Pionir.Infrastructure.Printing;
using QRCoder;

namespace Pionir.Infrastructure.Certificates.Designs;

/// <summary>
/// Puts one certificate on its pages, block after block in reading order. Backgrounds and decoration are prepared once
/// for each template and only referred to here.
/// </summary>
/// <param name="tags">Names what is drawn, for who listens; without them each block's part of the page is known.</param>
internal sealed class DesignLayout(
    DesignPlan plan,
    PdfFonts fonts,
    CertificateSnapshot snapshot,
    double? logoRatio,
    PdfTags? tags = null
)
{
    public const string Logo = "Logo";

    private readonly List<DesignSheet> sheets = [];
    private readonly List<(PlannedBlock Block, FittedLines Lines)> fitted = [];

    public IReadOnlyList<DesignSheet> Sheets => sheets;
    public IReadOnlyList<(PlannedBlock Block, FittedLines Lines)> Fitted => fitted;

    /// <summary>For a file of many papers that is only printed.</summary>
    public bool ForPrint { get; init; }

    public bool HasRowTallerThanPage { get; private set; }

    public DesignLayout Run(IReadOnlyDictionary<Guid, double> pictureRatios)
    {
        Begin(1, pictureRatios);
        var table = plan.Blocks.FirstOrDefault(block =>
            block.Source is { Kind: BlockKind.Subjects, Page: 2 } && snapshot.Training.Subjects.Count > 0
        );
        if (table is not null)
        {
            var subjects = new SubjectsTable(table, fonts, snapshot.Training, plan.Document.DotsThousands);
            for (var more = true; more; )
            {
                var sheet = Begin(2, pictureRatios);
                sheet.Canvas.BeginCommon();
                if (sheets.Count == 2)
                    sheet.Canvas.Begin(PdfTags.Table);
                sheet.Draw(table, canvas => more = subjects.DrawPage(canvas));
            }
            sheets[^1].Canvas.End();
            HasRowTallerThanPage = subjects.HasRowTallerThanPage;
        }
        // A second page without a table is wanted for itself.
        else if (plan.Document.HasSecondPage && plan.On(2).All(block => block.Source.Kind != BlockKind.Subjects))
        {
            Begin(2, pictureRatios);
        }
        return this;
    }

    /// <summary>What is the same on every certificate: lines, boxes, ornaments.</summary>
    public static DesignSheet Decorate(DesignPlan plan, PdfFonts fonts, int page)
    {
        var sheet = new DesignSheet(new PdfCanvas(fonts, plan.Width, plan.Height), page);
        foreach (var block in plan.On(page).Where(block => block.Source.IsDecoration))
            sheet.Draw(block, canvas => Decoration.Draw(canvas, block));
        return sheet;
    }

    public static string DecorationOf(int page) => page == 1 ? "Front" : "Back";

    private DesignSheet Begin(int page, IReadOnlyDictionary<Guid, double> pictureRatios)
    {
        var canvas = new PdfCanvas(fonts, plan.Width, plan.Height, tags)
        {
            SquaresAsPicture = ForPrint || tags is not null,
        };
        var sheet = new DesignSheet(canvas, page);
        canvas.BeginCommon();
        // What stands around the table is read once, and only repeated on further pages.
        var repeats = sheets.Count > 1;
        sheets.Add(sheet);
        var background = page == 1 ? plan.Document.Background : plan.Document.BackgroundOfSecond;
        if (background is { } picture && pictureRatios.ContainsKey(picture))
            canvas.Picture(DesignPlan.NameOf(picture), 0, 0, plan.Width, plan.Height);
        canvas.Prepared(DecorationOf(page));
        foreach (var block in plan.On(page).Where(block => !block.Source.IsDecoration))
        {
            if (block.IsOfOnePaper)
                canvas.EndCommon();
            else
                canvas.BeginCommon();
            canvas.Begin(repeats ? PdfTags.Artifact : TagOf(block), AlternativeOf(block));
            sheet.Draw(block, drawn => Draw(drawn, block, pictureRatios));
            canvas.End();
        }
        return sheet;
    }

    private string TagOf(PlannedBlock block) =>
        block.Source.Kind switch
        {
            BlockKind.Text => block == plan.Heading ? PdfTags.Heading : PdfTags.Paragraph,
            BlockKind.Qr or BlockKind.Logo or BlockKind.Signature => PdfTags.Figure,
            // Other pictures adorn; what they say has to stand in words anyhow.
            _ => PdfTags.Artifact,
        };

    private string? AlternativeOf(PlannedBlock block) =>
        block.Source.Kind switch
        {
            BlockKind.Qr => $"Kode QR: {snapshot.VerificationAddress}",
            BlockKind.Logo => $"Logo {snapshot.Issuer.Institution}",
            BlockKind.Signature => $"Tanda tangan {snapshot.Signer.Name}",
            _ => null,
        };

    private void Draw(PdfCanvas canvas, PlannedBlock block, IReadOnlyDictionary<Guid, double> pictureRatios)
    {
        var (source, area) = (block.Source, block.Area);
        switch (source.Kind)
        {
            case BlockKind.Text:
                Write(canvas, block);
                break;
            case BlockKind.Qr:
                Code(canvas, area);
                break;
            case BlockKind.Logo when logoRatio is { } ratio:
                Place(canvas, Logo, area, ratio);
                break;
            case BlockKind.Logo:
                Ornament.Emblem(canvas, area.CentreX, area.CentreY, Math.Min(area.Width, area.Height) / 2);
                break;
            case BlockKind.Signature when !Signs(source.Signer):
                break;
            case BlockKind.Picture or BlockKind.Signature:
                if (source.Picture is { } picture && pictureRatios.TryGetValue(picture, out var shape))
                    Place(canvas, DesignPlan.NameOf(picture), area, shape);
                break;
        }
    }

    private void Write(PdfCanvas canvas, PlannedBlock block)
    {
        var text = block.Text?.Print(snapshot, plan.Document.DotsThousands) ?? "";
        if (string.IsNullOrWhiteSpace(text))
            return;
        var (area, measure) = (block.Area, block.Measure);
        var found = BlockText.Fit(fonts, block.Face, text, area.Width, area.Height, measure);
        fitted.Add((block, found));
        var font = fonts.FontOf(block.Face);
        var step = found.Size * measure.LineHeight;
        var free = area.Height - (step * found.Lines.Count);
        var top =
            area.Y
            + block.Source.Vertical switch
            {
                VerticalAlign.Top => 0,
                VerticalAlign.Bottom => free,
                _ => free / 2,
            };
        // Letters stand in the middle of their line: half of what ascent and descent leave goes above.
        var foot = (step / 2) + (found.Size * (font.Ascent + font.Descent) / font.UnitsPerEm / 2);
        var spacing = measure.Tracking * found.Size;
        canvas.Fill(block.Ink);
        foreach (var (at, line) in found.Lines.Index())
        {
            var width = fonts.Width(block.Face, found.Size, line, spacing) - (line.Length > 0 ? spacing : 0);
            var x = block.Source.Align switch
            {
                TextAlign.Left or TextAlign.Justify => area.X,
                TextAlign.Right => area.X + area.Width - width,
                _ => area.CentreX - (width / 2),
            };
            var gap =
                block.Source.Align == TextAlign.Justify && !found.Ends.Contains(at) ? Gap(line, area.Width - width) : 0;
            canvas.Text(block.Face, found.Size, x, top + (at * step) + foot, line, spacing, Math.Min(gap, found.Size));
        }
    }

    /// <summary>What each space gets so that the line ends at the edge; a line of one word stays as it is.</summary>
    private static double Gap(string line, double free)
    {
        var spaces = line.Count(letter => letter == ' ');
        return spaces == 0 || free <= 0 ? 0 : Math.Round(free / spaces, 4);
    }

    private void Code(PdfCanvas canvas, Area area)
    {
        using var code = QRCodeGenerator.GenerateQrCode(snapshot.VerificationAddress, QRCodeGenerator.ECCLevel.M);
        // The matrix brings its own quiet border of four squares, which the box stands outside of.
        var modules = code.ModuleMatrix;
        var count = modules.Count - 8;
        var side = Math.Min(area.Width, area.Height);
        var (x, y) = (area.CentreX - (side / 2), area.CentreY - (side / 2));
        const double quiet = TemplateRules.QrQuiet * DesignPlan.Point;
        canvas.Fill(Ink.White);
        canvas.FillBox(x - quiet, y - quiet, side + (2 * quiet), side + (2 * quiet));
        canvas.Fill(Ink.Black);
        canvas.Squares(x, y, side / count, count, (row, column) => modules[row + 4][column + 4]);
    }

    /// <summary>As large as it fits, in the middle, never distorted.</summary>
    private static void Place(PdfCanvas canvas, string name, Area area, double ratio)
    {
        var height = Math.Min(area.Height, area.Width / ratio);
        var width = height * ratio;
        canvas.Picture(name, area.CentreX - (width / 2), area.CentreY - (height / 2), width, height);
    }

    /// <summary>A signature belongs to one person: an acting head must not sign with the head's hand.</summary>
    private bool Signs(string? owner)
    {
        if (string.IsNullOrWhiteSpace(owner))
            return false;
        var digits = string.Concat(owner.Where(char.IsAsciiDigit));
        return digits.Length >= 8
            ? digits == snapshot.Signer.IdentityNumber
            : HolderName.Key(owner) == HolderName.Key(snapshot.Signer.Name);
    }
}
