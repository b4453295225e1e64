using Pionir.Application.Certificates.Templates;
using Pionir.Domain.Certificates.Templates;
using Pionir.Infrastructure.Certificates.Pages;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates.Designs;

/// <summary>Tries a template with every sample and looks at its fonts and pictures.</summary>
internal sealed class DesignInspection(DesignPlan plan, TemplateMaterial material)
{
    private const int CoarseBelow = 150;
    private const double HeavyFrom = 3;
    private const double TinyBelow = 6;
    private const double PerMillimetre = 100 * DesignPlan.Point;

    public IEnumerable<TemplateProblem> OfParts() =>
        plan.Blocks.SelectMany(OfBlock).Concat(OfBackground(1)).Concat(OfBackground(2));

    /// <summary>What goes wrong with one sample.</summary>
    public static IEnumerable<TemplateProblem> OfSample(TemplateSample sample, DesignLayout layout)
    {
        foreach (var (block, lines) in layout.Fitted)
        {
            var id = block.Source.Id;
            if (lines.IsTooLong)
            {
                yield return TemplateProblem.Wrong(
                    TemplateProblemErrors.TextTooLong(sample, block.Measure.Smallest),
                    id
                );
            }
            else if (lines.BrokenWord is { } word)
            {
                yield return TemplateProblem.Doubtful(
                    TemplateProblemErrors.WordBroken(word.Length > 40 ? $"{word[..40]}…" : word),
                    id
                );
            }
        }
        if (layout.HasRowTallerThanPage)
            yield return TemplateProblem.Wrong(TemplateProblemErrors.RowsTooTall());
    }

    private IEnumerable<TemplateProblem> OfBlock(PlannedBlock block)
    {
        var source = block.Source;
        if (source.Kind is BlockKind.Text or BlockKind.Subjects)
            return OfLetters(block);
        if (source is { Kind: BlockKind.Picture or BlockKind.Signature, Picture: { } picture })
            return OfPicture(picture, source.Width, source.Height, source.Id);
        return [];
    }

    private IEnumerable<TemplateProblem> OfLetters(PlannedBlock block)
    {
        var id = block.Source.Id;
        var font = block.Source.Font;
        if (font is not null && !PdfFonts.Shipped.ContainsKey(font) && !material.Fonts.ContainsKey(font))
            yield return TemplateProblem.Wrong(TemplateProblemErrors.FontUnknown(), id);
        if (Math.Min(block.Source.Size, block.Source.MinimumSize) < TinyBelow - 0.6)
            yield return TemplateProblem.Doubtful(TemplateProblemErrors.TextTiny(block.Measure.Smallest), id);
        var wanted = block.Text?.Fixed ?? "";
        if (block.Text is null || block.Text.Fields.Any())
            wanted += DesignPlan.Needed;
        var missing = PdfFonts.MissingFrom(wanted);
        if (missing.Length > 0)
            yield return TemplateProblem.Wrong(TemplateProblemErrors.LettersMissing(missing), id);
        var own = plan.FontOf(block);
        var borrowed = string.Concat(
            wanted
                .EnumerateRunes()
                .Where(rune => !PdfFonts.IsInkless(rune.Value) && !own.Has(rune.Value))
                .Distinct()
                .Where(rune => !missing.Contains(rune.ToString(), StringComparison.Ordinal))
        );
        if (borrowed.Length > 0)
            yield return TemplateProblem.Doubtful(TemplateProblemErrors.LettersBorrowed(borrowed), id);
    }

    private IEnumerable<TemplateProblem> OfBackground(int page)
    {
        var picture = page == 1 ? plan.Document.Background : plan.Document.BackgroundOfSecond;
        if (picture is not { } id)
            yield break;
        var (width, height) = plan.Document.Size;
        foreach (var problem in OfPicture(id, width, height, null))
            yield return problem;
        if (PictureReader.SizeOf(material.Pictures.GetValueOrDefault(id)?.Content) is not { } size)
            yield break;
        // It is stretched over the whole page; more than a fiftieth shows.
        if (Math.Abs(((double)size.Width / size.Height / (width / height)) - 1) <= 0.02)
            yield break;
        yield return TemplateProblem.Doubtful(
            StoredPage.Is(material.Pictures[id].Content)
                ? TemplateProblemErrors.PageSizeDiffers(
                    Millimetres(size.Width / PerMillimetre, size.Height / PerMillimetre),
                    Millimetres(width, height)
                )
                : TemplateProblemErrors.PictureDistorted()
        );
    }

    private static string Millimetres(double width, double height) =>
        FormattableString.Invariant($"{width:0} × {height:0} mm");

    private IEnumerable<TemplateProblem> OfPicture(Guid id, double width, double height, string? block)
    {
        if (
            material.Pictures.GetValueOrDefault(id) is not { } file
            || PictureReader.SizeOf(file.Content) is not { } size
        )
        {
            yield return TemplateProblem.Wrong(TemplateProblemErrors.PictureMissing(), block);
            yield break;
        }
        // As placed: fitted into its box, the tighter side decides. A page is drawn, and sharp at any size.
        var perInch = Math.Max(size.Width / (width / 25.4), size.Height / (height / 25.4));
        if (perInch < CoarseBelow && !StoredPage.Is(file.Content))
        {
            yield return TemplateProblem.Doubtful(
                TemplateProblemErrors.PictureCoarse((int)Math.Round(perInch), CoarseBelow),
                block
            );
        }
        var megabytes = file.Content.Length / 1048576.0;
        if (megabytes > HeavyFrom)
        {
            yield return TemplateProblem.Doubtful(
                TemplateProblemErrors.PictureHeavy(Math.Round(megabytes, 1), HeavyFrom),
                block
            );
        }
    }
}
