using Pionir.Domain.Common;

namespace Pionir.Domain.Certificates.Templates;

/// <summary>What can be wrong with a template; each stands beside the block it concerns.</summary>
public static class TemplateProblemErrors
{
    public static Error Braces() => Error.Rule("template_problem.braces");

    public static Error Brackets() => Error.Rule("template_problem.brackets");

    public static Error FieldUnknown(string field) => Error.Rule("template_problem.field_unknown", ("field", field));

    public static Error FormatUnknown(string field, string format, IReadOnlyList<string> formats) =>
        Error.Rule(
            "template_problem.format_unknown",
            ("field", field),
            ("format", format),
            ("formats", string.Join(", ", formats))
        );

    public static Error TextEmpty() => Error.Rule("template_problem.text_empty");

    public static Error OutsidePage() => Error.Rule("template_problem.outside_page");

    public static Error NearEdge(double least) => Error.Rule("template_problem.near_edge", ("least", least));

    public static Error NameMissing() => Error.Rule("template_problem.name_missing");

    public static Error NumberMissing() => Error.Rule("template_problem.number_missing");

    public static Error QrMissing() => Error.Rule("template_problem.qr_missing");

    public static Error QrSmall(double least) => Error.Rule("template_problem.qr_small", ("least", least));

    public static Error QrCovered(double quiet) => Error.Rule("template_problem.qr_covered", ("quiet", quiet));

    public static Error SubjectsOnFront() => Error.Rule("template_problem.subjects_on_front");

    public static Error SubjectsTwice() => Error.Rule("template_problem.subjects_twice");

    public static Error PictureMissing() => Error.Rule("template_problem.picture_missing");

    public static Error SignerMissing() => Error.Rule("template_problem.signer_missing");

    public static Error PictureCoarse(int found, int least) =>
        Error.Rule("template_problem.picture_coarse", ("found", found), ("least", least));

    public static Error PictureHeavy(double found, double most) =>
        Error.Rule("template_problem.picture_heavy", ("found", found), ("most", most));

    public static Error PictureDistorted() => Error.Rule("template_problem.picture_distorted");

    /// <summary>A PDF page that fills the sheet has other proportions than it.</summary>
    public static Error PageSizeDiffers(string found, string wanted) =>
        Error.Rule("template_problem.page_size_differs", ("found", found), ("wanted", wanted));

    public static Error FontUnknown() => Error.Rule("template_problem.font_unknown");

    /// <summary>The letters come from another font.</summary>
    public static Error LettersBorrowed(string letters) =>
        Error.Rule("template_problem.letters_borrowed", ("letters", letters));

    /// <summary>No font has the letters.</summary>
    public static Error LettersMissing(string letters) =>
        Error.Rule("template_problem.letters_missing", ("letters", letters));

    /// <summary>Even at the smallest size.</summary>
    public static Error TextTooLong(TemplateSample sample, double smallest) =>
        Error.Rule("template_problem.text_too_long", ("sample", sample), ("smallest", smallest));

    public static Error WordBroken(string word) => Error.Rule("template_problem.word_broken", ("word", word));

    public static Error TextTiny(double size) => Error.Rule("template_problem.text_tiny", ("size", size));

    public static Error RowsTooTall() => Error.Rule("template_problem.rows_too_tall");
}
