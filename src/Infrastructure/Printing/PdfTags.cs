using System.Globalization;

namespace Pionir.Infrastructure.Printing;

/// <summary>
/// What the marks on a paper are: headings, paragraphs, tables, pictures with words in their place, in the order in which
/// they are read (ISO 32000-1, 14.7 and 14.8). What is not named is ornament, except text, which is a paragraph.
/// </summary>
internal sealed class PdfTags
{
    public const string Heading = "H1";
    public const string Subheading = "H2";
    public const string Paragraph = "P";
    public const string Figure = "Figure";
    public const string Table = "Table";
    public const string Row = "TR";
    public const string HeadCell = "TH";
    public const string Cell = "TD";

    /// <summary>Ornament, or words that are repeated on each page.</summary>
    public const string Artifact = "Artifact";

    private const int Ornament = -1;

    private readonly List<Element> elements = [];
    private readonly List<List<int>> pages = [];
    private readonly Stack<int> open = new();

    /// <summary>Number of a page to which marks can be added.</summary>
    public int AddPage()
    {
        pages.Add([]);
        return pages.Count - 1;
    }

    public void Begin(string type, string? alternative, string attributes)
    {
        if (type == Artifact || open.Contains(Ornament))
        {
            open.Push(Ornament);
            return;
        }
        elements.Add(new Element(type, alternative, attributes, open.Count == 0 ? null : open.Peek()));
        open.Push(elements.Count - 1);
    }

    public void End() => open.Pop();

    /// <summary>The element that is drawn now; null for ornament.</summary>
    public int? Drawn(bool isText)
    {
        var inside = open.TryPeek(out var current);
        if (inside && (current == Ornament || (!isText && elements[current].Type != Figure)))
            return null;
        if (inside)
            return current;
        if (!isText)
            return null;
        elements.Add(new Element(Paragraph, null, "", null));
        return elements.Count - 1;
    }

    /// <returns>Type of the element, and the number of the mark on its page.</returns>
    public (string Type, int Mark) Mark(int element, int page)
    {
        var marks = pages[page];
        marks.Add(element);
        elements[element].Marks.Add((page, marks.Count - 1));
        return (elements[element].Type, marks.Count - 1);
    }

    /// <param name="numbers">Objects of the pages, in their order.</param>
    /// <returns>The entries for the catalogue.</returns>
    public string Write(PdfFile file, IReadOnlyList<int> numbers)
    {
        var root = file.Reserve();
        var document = file.Reserve();
        var first = document + 1;
        for (var at = 0; at < elements.Count; at++)
            file.Reserve();
        var children = elements.Select((_, at) => at).ToLookup(at => elements[at].Parent);
        for (var at = 0; at < elements.Count; at++)
            file.PutSmall(first + at, Describe(elements[at], children[at], first, document, numbers));
        file.PutSmall(
            document,
            new PdfBuffer(256).Add($"<</S/Document/P {root} 0 R/K[{References(children[null], first)}]>>").Written
        );
        var tree = string.Concat(pages.Select((marks, page) => $"{page}[{References(marks, first)}]"));
        file.PutSmall(
            root,
            new PdfBuffer(256)
                .Add(
                    $"<</Type/StructTreeRoot/K {document} 0 R/ParentTree<</Nums[{tree}]>>/ParentTreeNextKey {pages.Count}>>"
                )
                .Written
        );
        return $"/MarkInfo<</Marked true>>/StructTreeRoot {root} 0 R";
    }

    private static ReadOnlySpan<byte> Describe(
        Element element,
        IEnumerable<int> children,
        int first,
        int document,
        IReadOnlyList<int> pages
    )
    {
        var text = new PdfBuffer(96);
        text.Add("<</S/"u8)
            .Add(element.Type)
            .Add("/P "u8)
            .Add(element.Parent is { } parent ? first + parent : document);
        text.Add(" 0 R"u8).Add(element.Attributes);
        if (element.Alternative is { } words)
            text.Add("/Alt "u8).AddText(words);
        if (element.Marks.Count > 0)
            text.Add("/Pg "u8).Add(pages[element.Marks[0].Page]).Add(" 0 R"u8);
        text.Add("/K["u8).Add(References(children, first));
        foreach (var (_, mark) in element.Marks)
            text.Add(mark).Add(" "u8);
        return text.Add("]>>"u8).Written;
    }

    private static string References(IEnumerable<int> children, int first) =>
        string.Concat(children.Select(at => string.Create(CultureInfo.InvariantCulture, $"{first + at} 0 R ")));

    private sealed record Element(string Type, string? Alternative, string Attributes, int? Parent)
    {
        public List<(int Page, int Mark)> Marks { get; } = [];
    }
}
