namespace Pionir.Tests.Common.Papers;

/// <summary>
/// A drawing that came from somebody else's PDF (a form with a matrix of its own), with everything it refers to: operators,
/// resources, colours, transparency and fonts as ISO 19005-2, 6.2, wants them.
/// </summary>
public sealed class DrawingCheck
{
    private static readonly HashSet<string> Operators =
    [
        .. "q Q cm w J j M d ri i gs m l c v y h re S s f F f* B B* b b* n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ ' \" d0 d1 CS cs SC SCN sc scn G g RG rg K k sh BI ID EI Do".Split(
            ' '
        ),
    ];
    private static readonly string[] DrawingKeys =
    [
        .. "OC OPI Ref PS Alternates Metadata StructParents JS AA CIDSet".Split(' '),
    ];
    private static readonly string[] StateKeys = ["TR", "TR2", "HTP", "HT", "BG", "BG2", "UCR", "UCR2", "OP", "op"];

    private readonly StrictPdf pdf;
    private readonly HashSet<int> seen = [];
    private readonly HashSet<PdfStream> drawings = new(ReferenceEqualityComparer.Instance);

    private DrawingCheck(StrictPdf pdf) => this.pdf = pdf;

    /// <returns>Numbers of the objects that belong to such drawings.</returns>
    public static IReadOnlySet<int> Run(StrictPdf pdf)
    {
        var check = new DrawingCheck(pdf);
        foreach (var (number, value) in pdf.Objects)
        {
            if (
                value is PdfStream { Dictionary: var form }
                && form.Name("Subtype") == "Form"
                && form.ContainsKey("Matrix")
            )
            {
                if (check.seen.Contains(number))
                    continue;
                check.Drawing((PdfStream)value);
                check.Collect(new PdfReference(number));
            }
        }
        return check.seen;
    }

    private void Collect(object? value)
    {
        if (value is PdfReference reference && !seen.Add(reference.Number))
            return;
        if (pdf.Dictionary(value) is { } dictionary)
        {
            Each(dictionary);
            foreach (var inner in dictionary.Values)
                Collect(inner);
        }
        foreach (var inner in pdf.List(value))
            Collect(inner);
    }

    private void Each(PdfDictionary dictionary)
    {
        foreach (var key in DrawingKeys)
            Complain(dictionary.ContainsKey(key), "6.2.8, 6.2.9, 6.5", key);
        switch (dictionary.Name("Subtype") ?? dictionary.Name("Type"))
        {
            case "Image":
                Complain(dictionary.ContainsKey("Interpolate"), "6.2.8", "interpolation");
                break;
            case "ExtGState":
                foreach (var key in StateKeys)
                    Complain(dictionary.ContainsKey(key), "6.2.5", key);
                break;
            case "Type1" or "TrueType" or "MMType1" or "CIDFontType0" or "CIDFontType2":
                Font(dictionary);
                break;
        }
    }

    private void Font(PdfDictionary font)
    {
        var name = font.Name("BaseFont");
        var descriptor = pdf.Dictionary(font.GetValueOrDefault("FontDescriptor")) ?? [];
        var program = new[] { "FontFile", "FontFile2", "FontFile3" }.Where(descriptor.ContainsKey).ToList();
        Complain(program.Count != 1, "6.2.11.4.1", $"{name}: not embedded");
        Complain(descriptor.ContainsKey("CharSet"), "6.2.11.4.2", $"{name}: list of letters");
        var isTrueType = font.Name("Subtype") == "TrueType";
        var isSymbolic = descriptor.GetValueOrDefault("Flags") is long flags && (flags & 4) != 0;
        Complain(isTrueType && isSymbolic && font.ContainsKey("Encoding"), "6.2.11.6", $"{name}: symbols with a code");
        Complain(isTrueType && !isSymbolic && !font.ContainsKey("Encoding"), "6.2.11.6", $"{name}: no code");
        Complain(
            font.Name("Subtype") == "CIDFontType2" && !font.ContainsKey("CIDToGIDMap"),
            "6.2.11.3.2",
            $"{name}: map"
        );
    }

    private void Drawing(PdfStream form)
    {
        if (!drawings.Add(form))
            return;
        Complain(!form.Dictionary.ContainsKey("Resources"), "6.2.2", "drawing without resources");
        var resources = pdf.Dictionary(form.Dictionary.GetValueOrDefault("Resources")) ?? [];
        var content = new PdfTokens(form.Data(), 0);
        var operands = new List<object?>();
        var depth = 0;
        while (!content.AtEnd)
        {
            var value = content.Value();
            if (value is not string word)
            {
                operands.Add(value);
                continue;
            }
            Complain(!Operators.Contains(word), "6.2.2", $"operator {word}");
            depth +=
                word == "q" ? 1
                : word == "Q" ? -1
                : 0;
            Complain(depth is < 0 or > 26, "6.1.13", "depth");
            if (word == "ID")
                content.SkipData();
            Named(word, operands.OfType<PdfName>().LastOrDefault()?.Value, resources);
            operands.Clear();
        }
        Complain(depth != 0, "6.2.2", "something stays open");
        foreach (var inner in (pdf.Dictionary(resources.GetValueOrDefault("XObject")) ?? []).Values)
        {
            if (pdf.Value(inner) is PdfStream { Dictionary: var one } drawn && one.Name("Subtype") == "Form")
                Drawing(drawn);
        }
    }

    private void Named(string word, string? name, PdfDictionary resources)
    {
        var kind = word switch
        {
            "Tf" => "Font",
            "Do" => "XObject",
            "gs" => "ExtGState",
            "sh" => "Shading",
            _ => null,
        };
        if (kind is not null)
            Complain(!Of(resources, kind).ContainsKey(name!), "6.2.2", $"{name} not among the resources");
        // The paper's profile is one of RGB (6.2.4.3).
        if (word is "k" or "K" || (word is "cs" or "CS" && name == "DeviceCMYK"))
            Complain(!Of(resources, "ColorSpace").ContainsKey("DefaultCMYK"), "6.2.4.3", "colours of print");
    }

    private PdfDictionary Of(PdfDictionary resources, string kind) =>
        pdf.Dictionary(resources.GetValueOrDefault(kind)) ?? [];

    private void Complain(bool wrong, string clause, string what) => pdf.Complain(wrong, clause, what);
}
