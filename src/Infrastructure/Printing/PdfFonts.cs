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

    private readonly FontSubset[] subsets;
    private readonly bool[] shared;
    private readonly int[] numbers;

    /// <param name="foreseen">Letters of each face that will be needed; the others come in as they are drawn.</param>
    public PdfFonts(Func<Face, string>? foreseen = null)
    {
        subsets =
        [
            .. Files.Select(
                (file, face) => new FontSubset(TrueTypeFont.Load(file), foreseen?.Invoke((Face)face) ?? "")
            ),
        ];
        shared = new bool[subsets.Length];
        numbers = new int[subsets.Length];
    }

    private PdfFonts(PdfFonts prepared)
    {
        subsets = [.. prepared.subsets];
        shared = [.. prepared.shared];
        numbers = [.. prepared.numbers];
    }

    /// <summary>The same faces, already written into a file; what is added afterwards stays in the copy.</summary>
    public PdfFonts Share() => new(this);

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
        if (Grow(face, codePoint))
            return (face, subsets[(int)face].NumberOf(codePoint));
        if (Grow(Face.Sans, codePoint))
            return (Face.Sans, subsets[(int)Face.Sans].NumberOf(codePoint));
        return Find(face, '?');
    }

    /// <summary>In points at the given size.</summary>
    public double Width(Face face, double size, string text, double spacing = 0)
    {
        var units = 0;
        var letters = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsInkless(rune.Value))
                continue;
            var (drawn, number) = Find(face, rune.Value);
            var subset = subsets[(int)drawn];
            units += subset.Font.WidthOf(subset.Letters[number].Glyph);
            letters++;
        }
        return (units * size / 1000) + (spacing * letters);
    }

    /// <summary>Writes what is new and returns the resource entries for a page.</summary>
    public string Write(PdfFile file)
    {
        for (var face = 0; face < subsets.Length; face++)
        {
            if (shared[face] || subsets[face].Letters.Count == 1)
                continue;
            numbers[face] = PdfFont.Write(file, subsets[face]);
            shared[face] = true;
        }
        return string.Concat(numbers.Select((number, face) => number == 0 ? "" : $"/F{face} {number} 0 R"));
    }

    private bool Grow(Face face, int codePoint)
    {
        var at = (int)face;
        if (!subsets[at].Font.Has(codePoint))
            return false;
        if (shared[at])
        {
            subsets[at] = subsets[at].Copy();
            shared[at] = false;
        }
        return subsets[at].Add(codePoint);
    }
}
