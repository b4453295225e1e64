using System.Text.RegularExpressions;
using Pionir.Domain.Common;

namespace Pionir.Domain.Certificates.Templates;

/// <summary>What a template must keep to, as far as places and words tell; fonts and pictures are looked at elsewhere.</summary>
public static partial class TemplateRules
{
    /// <summary>Smaller codes are not read by ordinary phones from an arm's length.</summary>
    public const double QrMinimum = 18;

    /// <summary>White around the code, in millimetres: at least four of its squares (ISO/IEC 18004).</summary>
    public const double QrQuiet = 2.5;

    /// <summary>Most office printers leave this much of the edge white.</summary>
    public const double PrinterEdge = 5;

    private const double LengthMaximum = 500;

    /// <summary>Refuses what is no document at all; mistakes of design are no refusal but <see cref="Problems"/>.</summary>
    public static Error? Refusal(TemplateDocument document)
    {
        if (document.Blocks is null || document.Blocks.Any(block => block is null))
            return CertificateTemplateErrors.DocumentInvalid("blocks");
        if (document.Blocks.Count > TemplateDocument.BlocksMaximum)
            return CertificateTemplateErrors.TooManyBlocks(TemplateDocument.BlocksMaximum);
        if (!Enum.IsDefined(document.Paper) || !Enum.IsDefined(document.Orientation) || !Within(document.Margin, 0, 60))
            return CertificateTemplateErrors.DocumentInvalid("paper");
        if (document.Setting is < 0 or > TemplateDocument.NewestSetting)
            return CertificateTemplateErrors.DocumentInvalid("setting");
        if (document.Blocks.Select(block => block.Id).Distinct().Count() < document.Blocks.Count)
            return CertificateTemplateErrors.DocumentInvalid("id");
        return document.Blocks.Select(Refusal).FirstOrDefault(refusal => refusal is not null);
    }

    public static IEnumerable<TemplateProblem> Problems(TemplateDocument document) =>
        [.. OfWhole(document), .. document.Blocks.SelectMany(block => OfBlock(document, block))];

    private static Error? Refusal(TemplateBlock block)
    {
        var wrong =
            block.Id is not { Length: > 0 and <= TemplateBlock.IdMaximum } ? "id"
            : !Enum.IsDefined(block.Kind) ? "kind"
            : block.Page is not (1 or 2) ? "page"
            : !Within(block.X, -LengthMaximum, LengthMaximum) ? "x"
            : !Within(block.Y, -LengthMaximum, LengthMaximum) ? "y"
            : !Within(block.Width, 0, LengthMaximum) ? "width"
            : !Within(block.Height, 0, LengthMaximum) ? "height"
            : block.Text is { Length: > TemplateBlock.TextMaximum } ? "text"
            : block.Font is { Length: > 60 } ? "font"
            : !Within(block.Size, TemplateBlock.SizeMinimum, TemplateBlock.SizeMaximum) ? "size"
            : !Within(block.MinimumSize, TemplateBlock.SizeMinimum, TemplateBlock.SizeMaximum) ? "minimumSize"
            : block.Colour is null || !Colour().IsMatch(block.Colour) ? "colour"
            : !Enum.IsDefined(block.Align) || !Enum.IsDefined(block.Vertical) ? "align"
            : !Within(block.LineHeight, 0.8, 3) ? "lineHeight"
            : !Within(block.Tracking, -50, 1000) ? "tracking"
            : block.Signer is { Length: > TemplateBlock.SignerMaximum } ? "signer"
            : !Within(block.Thickness, 0.1, 20) ? "thickness"
            : !Enum.IsDefined(block.Ornament) ? "ornament"
            : null;
        return wrong is null ? null : CertificateTemplateErrors.DocumentInvalid(wrong);
    }

    private static IEnumerable<TemplateProblem> OfWhole(TemplateDocument document)
    {
        var fields = document
            .Blocks.Where(block => block is { Kind: BlockKind.Text, Page: 1, Text: not null })
            .Select(block => TemplateText.Parse(block.Text!))
            .Where(text => text.IsSuccess)
            .SelectMany(text => text.Value.Fields)
            .Select(field => field.Name)
            .ToHashSet();
        if (!fields.Contains("name"))
            yield return TemplateProblem.Wrong(TemplateProblemErrors.NameMissing());
        if (!fields.Contains("number"))
            yield return TemplateProblem.Wrong(TemplateProblemErrors.NumberMissing());
        if (!document.Blocks.Any(block => block is { Kind: BlockKind.Qr, Page: 1 }))
            yield return TemplateProblem.Wrong(TemplateProblemErrors.QrMissing());
        foreach (var second in document.Blocks.Where(block => block.Kind == BlockKind.Subjects).Skip(1))
            yield return TemplateProblem.Wrong(TemplateProblemErrors.SubjectsTwice(), second.Id);
    }

    private static IEnumerable<TemplateProblem> OfBlock(TemplateDocument document, TemplateBlock block)
    {
        var (width, height) = document.Size;
        const double slack = 0.05;
        if (block.X < -slack || block.Y < -slack || block.Right > width + slack || block.Bottom > height + slack)
            yield return TemplateProblem.Wrong(TemplateProblemErrors.OutsidePage(), block.Id);
        else if (!block.IsDecoration && NearEdge(block, width, height))
            yield return TemplateProblem.Doubtful(TemplateProblemErrors.NearEdge(PrinterEdge), block.Id);
        foreach (var problem in OfKind(document, block))
            yield return problem;
    }

    private static IEnumerable<TemplateProblem> OfKind(TemplateDocument document, TemplateBlock block)
    {
        switch (block.Kind)
        {
            case BlockKind.Text when string.IsNullOrWhiteSpace(block.Text):
                yield return TemplateProblem.Doubtful(TemplateProblemErrors.TextEmpty(), block.Id);
                break;
            case BlockKind.Text when TemplateText.Parse(block.Text) is { IsSuccess: false } unread:
                yield return TemplateProblem.Wrong(unread.Error, block.Id);
                break;
            case BlockKind.Qr:
                if (Math.Min(block.Width, block.Height) < QrMinimum)
                    yield return TemplateProblem.Wrong(TemplateProblemErrors.QrSmall(QrMinimum), block.Id);
                foreach (var other in document.Blocks.Where(other => Covers(other, block)))
                    yield return TemplateProblem.Wrong(TemplateProblemErrors.QrCovered(QrQuiet), other.Id);
                break;
            case BlockKind.Picture or BlockKind.Signature when block.Picture is null:
                yield return TemplateProblem.Wrong(TemplateProblemErrors.PictureMissing(), block.Id);
                break;
            case BlockKind.Signature when string.IsNullOrWhiteSpace(block.Signer):
                yield return TemplateProblem.Wrong(TemplateProblemErrors.SignerMissing(), block.Id);
                break;
            case BlockKind.Subjects when block.Page == 1:
                yield return TemplateProblem.Wrong(TemplateProblemErrors.SubjectsOnFront(), block.Id);
                break;
        }
    }

    // Decoration is drawn first and the code brings its own white ground; everything else would be printed over it.
    private static bool Covers(TemplateBlock other, TemplateBlock code) =>
        other.Id != code.Id && !other.IsDecoration && code.Overlaps(other, QrQuiet);

    private static bool NearEdge(TemplateBlock block, double width, double height) =>
        block.X < PrinterEdge
        || block.Y < PrinterEdge
        || block.Right > width - PrinterEdge
        || block.Bottom > height - PrinterEdge;

    private static bool Within(double value, double least, double most) => value >= least && value <= most;

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$")]
    private static partial Regex Colour();
}
