namespace Pionir.Tests.Common.Papers;

/// <summary>
/// What is drawn on the pages (ISO 19005-2, 6.2.2 and 6.2.4), and that each mark is either ornament or a part of the
/// structure that names it (ISO 32000-1, 14.7 and 14.8).
/// </summary>
public static class PageCheck
{
    private static readonly HashSet<string> Operators =
    [
        .. "q Q cm w J j M d ri i gs m l c v y h re S s f F f* B B* b b* n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ ' \" g G rg RG BI ID EI Do MP DP BMC BDC EMC".Split(
            ' '
        ),
    ];

    private static readonly string[] Types = ["Document", "H1", "H2", "P", "Figure", "Table", "TR", "TH", "TD"];

    public static void Run(StrictPdf pdf)
    {
        var tree = Tree(pdf);
        foreach (var page in pdf.Pages())
        {
            pdf.Complain(!page.ContainsKey("Resources") || page.ContainsKey("Group"), "6.2.2 and 6.2.10", "page");
            var content = new PdfTokens(pdf.Content(page), 0);
            var marks = Draw(pdf, page, content);
            if (page.GetValueOrDefault("StructParents") is not long key)
                continue;
            var named = tree.GetValueOrDefault(key, []);
            pdf.Complain(
                !marks.SequenceEqual(Enumerable.Range(0, marks.Count).Select(mark => (long)mark)),
                "14.7.4",
                "marks"
            );
            pdf.Complain(named.Count != marks.Count, "14.7.4.4", "marks without an element");
            for (var mark = 0; mark < named.Count; mark++)
            {
                var kids = pdf.List(pdf.Dictionary(named[mark])!["K"]);
                pdf.Complain(!kids.Contains((long)mark), "14.7.4.4", $"mark {mark} is not its element's");
            }
        }
    }

    private static Dictionary<long, List<object?>> Tree(StrictPdf pdf)
    {
        if (pdf.Dictionary(pdf.Catalog.GetValueOrDefault("StructTreeRoot")) is not { } root)
            return [];
        Walk(pdf, root["K"], pdf.Catalog["StructTreeRoot"]);
        var numbers = pdf.List(pdf.Dictionary(root["ParentTree"])!["Nums"]);
        return numbers.Chunk(2).ToDictionary(pair => (long)pair[0]!, pair => pdf.List(pair[1]));
    }

    /// <summary>Each element names its parent, and pictures have words in their place.</summary>
    private static void Walk(StrictPdf pdf, object? reference, object? parent)
    {
        var element = pdf.Dictionary(reference)!;
        pdf.Complain(!Equals(element["P"], parent), "14.7.2", "parent of an element");
        pdf.Complain(!Types.Contains(element.Name("S")!), "14.8.4", "kind of element");
        pdf.Complain(element.Name("S") == "Figure" && !element.ContainsKey("Alt"), "6.7.3", "picture without words");
        foreach (var kid in pdf.List(element["K"]).OfType<PdfReference>())
            Walk(pdf, kid, reference);
    }

    private static List<long> Draw(StrictPdf pdf, PdfDictionary page, PdfTokens content)
    {
        var fonts = pdf.Dictionary(pdf.Dictionary(page["Resources"])!.GetValueOrDefault("Font")) ?? [];
        var drawings = pdf.Dictionary(pdf.Dictionary(page["Resources"])!.GetValueOrDefault("XObject")) ?? [];
        var tagged = page.ContainsKey("StructParents");
        var operands = new List<object?>();
        var marks = new List<long>();
        var (depth, open) = (0, 0);
        while (!content.AtEnd)
        {
            var value = content.Value();
            if (value is not string word)
            {
                operands.Add(value);
                continue;
            }
            pdf.Complain(!Operators.Contains(word), "6.2.2", $"operator {word}");
            switch (word)
            {
                case "q":
                    depth++;
                    pdf.Complain(depth > 28, "6.1.13", "depth");
                    break;
                case "Q":
                    depth--;
                    break;
                case "BMC" or "BDC":
                    open++;
                    if (operands.OfType<PdfDictionary>().FirstOrDefault() is { } mark)
                        marks.Add((long)mark["MCID"]!);
                    break;
                case "ID":
                    content.SkipPicture();
                    break;
                case "EMC":
                    open--;
                    break;
                case "Tf":
                    pdf.Complain(
                        !fonts.ContainsKey(((PdfName)operands[0]!).Value),
                        "6.2.2",
                        "font not among the resources"
                    );
                    break;
                case "Do":
                    pdf.Complain(
                        !drawings.ContainsKey(((PdfName)operands[0]!).Value),
                        "6.2.2",
                        "drawing not among the resources"
                    );
                    break;
                case "Tj":
                    var text = (byte[])operands[0]!;
                    // The glyph that stands for "none" must not be shown (6.2.11.8).
                    pdf.Complain(
                        text.Chunk(2).Any(pair => pair[0] == 0 && pair[1] == 0),
                        "6.2.11.8",
                        "missing glyph shown"
                    );
                    break;
            }
            pdf.Complain(
                tagged && open == 0 && word is ("Tj" or "f" or "S" or "Do" or "EI"),
                "14.8.2.2",
                $"{word} is neither named nor ornament"
            );
            operands.Clear();
        }
        pdf.Complain(depth != 0 || open != 0, "6.2.2", "something stays open");
        return marks;
    }
}
