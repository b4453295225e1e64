namespace Pionir.Infrastructure.Printing;

internal enum Face
{
    Serif,
    SerifItalic,
    SerifBold,
    Sans,
    SansBold,
}

/// <summary>
/// The faces of one paper. A letter that a face lacks is taken from the sans face, which knows the most letters;
/// a letter that was not foreseen makes a copy of the face, so that prepared faces can be shared between papers.
/// </summary>
internal sealed class PdfFonts
{
    private static readonly string[] Files =
    [
        "EBGaramond12-Regular",
        "EBGaramond12-Italic",
        "EBGaramond12-Bold",
        "NotoSans-Regular",
        "NotoSans-Bold",
    ];

    /// <summary>Files of the fonts that ship, by the code that templates name.</summary>
    public static readonly IReadOnlyDictionary<string, string> Shipped = new Dictionary<string, string>
    {
        ["eb-garamond"] = Files[(int)Face.Serif],
        ["eb-garamond-italic"] = Files[(int)Face.SerifItalic],
        ["eb-garamond-bold"] = Files[(int)Face.SerifBold],
        [Lender] = Files[(int)Face.Sans],
        ["noto-sans-bold"] = Files[(int)Face.SansBold],
    };

    /// <summary>The font that knows the most letters and lends them to the others.</summary>
    public const string Lender = "noto-sans";

    private readonly Face borrowed;
    private readonly bool addsApart;
    private readonly bool brief;
    private readonly bool kerned;
    private readonly Dictionary<Face, Face> additions = [];
    private readonly List<FontSubset> subsets;
    private readonly List<bool> shared;
    private readonly List<int> numbers;

    /// <param name="foreseen">Letters of each face that will be needed; the others come in as they are drawn.</param>
    public PdfFonts(Func<Face, string>? foreseen = null)
        : this([.. Files.Select(TrueTypeFont.Load)], Face.Sans, foreseen) { }

    /// <param name="fonts">Faces of a paper's own, numbered in this order.</param>
    /// <param name="borrowed">The one that lends letters to the others.</param>
    /// <param name="foreseen">Letters of each face that will be needed; the others come in as they are drawn.</param>
    /// <param name="addsApart">
    /// Letters that were not foreseen make a small face of their own instead of a copy of the prepared one.
    /// </param>
    /// <param name="kerned">See <see cref="Share"/>.</param>
    public PdfFonts(
        IReadOnlyList<TrueTypeFont> fonts,
        Face borrowed,
        Func<Face, string>? foreseen,
        bool addsApart = false,
        bool kerned = false
    )
    {
        this.kerned = kerned;
        this.borrowed = borrowed;
        this.addsApart = addsApart;
        subsets = [.. fonts.Select((font, face) => new FontSubset(font, foreseen?.Invoke((Face)face) ?? ""))];
        shared = [.. subsets.Select(_ => false)];
        numbers = [.. subsets.Select(_ => 0)];
    }

    private PdfFonts(PdfFonts prepared, bool brief, bool kerned)
    {
        this.brief = brief;
        this.kerned = kerned;
        borrowed = prepared.borrowed;
        addsApart = prepared.addsApart || brief;
        subsets = [.. prepared.subsets];
        shared = [.. prepared.shared];
        numbers = [.. prepared.numbers];
    }

    /// <summary>The same faces, already written into a file; what is added afterwards stays in the copy.</summary>
    /// <param name="brief">
    /// Letters that were not foreseen make a small face of their own, and text is written in bytes, half as many as digits.
    /// Papers given out before that was done have neither.
    /// </param>
    /// <param name="kerned">Pairs of letters stand as their font says; papers of earlier templates have each by itself.</param>
    public PdfFonts Share(bool brief, bool kerned) => new(this, brief, kerned);

    /// <summary>Letters are named by bytes instead of digits.</summary>
    public bool IsBrief => brief;

    public bool IsKerned => kerned;

    /// <summary>Letters that no face can print; marks without ink (joiners, direction marks) do not count.</summary>
    public static string MissingFrom(string text)
    {
        var sans = TrueTypeFont.Load(Files[(int)Face.Sans]);
        return string.Concat(
            text.EnumerateRunes().Where(rune => !IsInkless(rune.Value) && !sans.Has(rune.Value)).Distinct()
        );
    }

    public static bool IsInkless(int codePoint) =>
        codePoint < 32
        || codePoint is >= 0x7F and < 0xA0
        || codePoint is 0x00AD or 0x200B or 0x200C or 0x200D or 0x200E or 0x200F or 0xFEFF
        || codePoint is >= 0x202A and <= 0x202E
        || codePoint is >= 0x2066 and <= 0x2069;

    /// <summary>Face and number of the letter to draw.</summary>
    public (Face Face, ushort Number) Find(Face face, int codePoint)
    {
        if (codePoint == 0xA0)
            codePoint = ' ';
        var number = subsets[(int)face].NumberOf(codePoint);
        if (number != 0)
            return (face, number);
        return Grow(face, codePoint) ?? Grow(borrowed, codePoint) ?? Find(face, '?');
    }

    public TrueTypeFont FontOf(Face face) => subsets[(int)face].Font;

    /// <summary>Glyph behind the number with which text names a letter.</summary>
    public ushort GlyphOf(Face face, ushort number) => subsets[(int)face].Letters[number].Glyph;

    /// <summary>What to add between two letters of one face, in thousandths of the size. Spaces are as wide as they are.</summary>
    public int KernBetween(Face face, ushort left, ushort right)
    {
        if (!kerned || left == 0)
            return 0;
        var subset = subsets[(int)face];
        var (first, second) = (subset.Letters[left], subset.Letters[right]);
        return first.CodePoint == ' ' || second.CodePoint == ' '
            ? 0
            : subset.Font.KernBetween(first.Glyph, second.Glyph);
    }

    /// <summary>In points at the given size.</summary>
    public double Width(Face face, double size, string text, double spacing = 0)
    {
        var units = 0;
        var letters = 0;
        (Face Face, ushort Number) before = default;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsInkless(rune.Value))
                continue;
            var (drawn, number) = Find(face, rune.Value);
            var subset = subsets[(int)drawn];
            units += subset.Font.WidthOf(subset.Letters[number].Glyph);
            if (drawn == before.Face)
                units += KernBetween(drawn, before.Number, number);
            before = (drawn, number);
            letters++;
        }
        return (units * size / 1000) + (spacing * letters);
    }

    /// <summary>Writes what is new and returns the resource entries for a page.</summary>
    public string Write(PdfFile file)
    {
        for (var face = 0; face < subsets.Count; face++)
        {
            if (shared[face] || subsets[face].Letters.Count == 1)
                continue;
            numbers[face] = PdfFont.Write(file, subsets[face]);
            shared[face] = true;
        }
        return string.Concat(numbers.Select((number, face) => number == 0 ? "" : $"/F{face} {number} 0 R"));
    }

    private (Face Face, ushort Number)? Grow(Face face, int codePoint)
    {
        var at = (int)face;
        if (!subsets[at].Font.Has(codePoint))
            return null;
        if (shared[at] && addsApart)
            at = AdditionTo(face);
        else if (shared[at])
            (subsets[at], shared[at]) = (subsets[at].Copy(), false);
        subsets[at].Add(codePoint);
        return ((Face)at, subsets[at].NumberOf(codePoint));
    }

    private int AdditionTo(Face face)
    {
        if (additions.TryGetValue(face, out var known))
            return (int)known;
        subsets.Add(new FontSubset(subsets[(int)face].Font, ""));
        shared.Add(false);
        numbers.Add(0);
        additions[face] = (Face)(subsets.Count - 1);
        return subsets.Count - 1;
    }
}
