using System.Security.Cryptography;

namespace Pionir.Infrastructure.Printing;

/// <summary>
/// Many papers in one file, which is sent while it is written: memory holds the papers since the last
/// <see cref="Take"/> and, of all before, a few bytes for each object. Common parts of pages are written once.
/// </summary>
internal sealed class PdfBook
{
    /// <summary>Pages to a node of their tree; readers find one among thousands without reading them all.</summary>
    private const int NodeMaximum = 64;

    private readonly Dictionary<UInt128, int> common = [];
    private readonly PdfBuffer nodes = new();
    private readonly PdfBuffer kids = new();
    private readonly PdfBuffer labels = new();
    private readonly PdfBuffer bookmark = new();
    private readonly int tree;
    private readonly int outline;
    private int node;
    private int kidCount;
    private int firstBookmark;
    private int lastBookmark;
    private int bookmarkCount;

    public PdfBook()
    {
        tree = File.Reserve();
        outline = File.Reserve();
    }

    public PdfFile File { get; } = new(packed: true);

    public int PageCount { get; private set; }

    /// <param name="look">Size and resources, as the dictionaries of its pages write them.</param>
    /// <param name="title">In the outline.</param>
    /// <param name="label">Before the number of the page within the paper (ISO 32000-1, 12.4.2).</param>
    public void Add(IReadOnlyList<PdfCanvas> sheets, string look, string title, string label)
    {
        labels.Add(PageCount).Add($"<</S/D/P({label}-)>>");
        var first = 0;
        foreach (var sheet in sheets)
        {
            var page = AddPage($"{look}/Contents[{Contents(sheet)}]");
            first = first == 0 ? page : first;
        }
        AddBookmark(title, first);
    }

    /// <summary>A page with nothing on it.</summary>
    public void AddBlank(string size) => AddPage($"{size}/Resources<<>>");

    /// <summary>Tells of a paper that is not in the file.</summary>
    public void AddNote(string title) => AddBookmark(title, page: 0);

    /// <inheritdoc cref="PdfFile.Take"/>
    public byte[] Take(string note) => File.Take(note);

    /// <param name="entries">Further entries of the catalogue.</param>
    public byte[] Close(int metadata, int info, string entries)
    {
        if (kidCount > 0)
            CloseNode();
        File.PutSmall(
            tree,
            new PdfBuffer().Add($"<</Type/Pages/Count {PageCount}/Kids[").Add(nodes.Written).Add("]>>"u8).Written
        );
        CloseBookmark(next: 0);
        File.PutSmall(
            outline,
            new PdfBuffer()
                .Add($"<</Type/Outlines/First {firstBookmark} 0 R/Last {lastBookmark} 0 R/Count {bookmarkCount}>>")
                .Written
        );
        var numbers = File.Reserve();
        File.PutSmall(numbers, new PdfBuffer().Add("<</Nums["u8).Add(labels.Written).Add("]>>"u8).Written);
        var catalog = File.Add(
            $"<</Type/Catalog/Pages {tree} 0 R/Outlines {outline} 0 R/PageMode/UseOutlines/PageLabels {numbers} 0 R/Metadata {metadata} 0 R{entries}>>"
        );
        return File.Close(catalog, info);
    }

    private string Contents(PdfCanvas sheet)
    {
        var content = sheet.Content;
        var parts = new PdfBuffer(64);
        foreach (var (range, isCommon) in sheet.Parts())
        {
            var part = content[range];
            parts.Add(isCommon ? Common(part) : File.AddStream(part)).Add(" 0 R "u8);
        }
        return parts.ToString();
    }

    private int Common(ReadOnlySpan<byte> part)
    {
        var key = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(part));
        if (!common.TryGetValue(key, out var number))
            common[key] = number = File.AddStream(part);
        return number;
    }

    private int AddPage(string entries)
    {
        if (kidCount == 0)
            node = File.Reserve();
        var page = File.Reserve();
        File.PutSmall(page, new PdfBuffer(256).Add($"<</Type/Page/Parent {node} 0 R{entries}>>").Written);
        kids.Add(page).Add(" 0 R "u8);
        PageCount++;
        if (++kidCount == NodeMaximum)
            CloseNode();
        return page;
    }

    private void CloseNode()
    {
        File.PutSmall(
            node,
            new PdfBuffer(1024)
                .Add($"<</Type/Pages/Parent {tree} 0 R/Count {kidCount}/Kids[")
                .Add(kids.Written)
                .Add("]>>"u8)
                .Written
        );
        nodes.Add(node).Add(" 0 R "u8);
        kids.Clear();
        kidCount = 0;
    }

    private void AddBookmark(string title, int page)
    {
        var number = File.Reserve();
        CloseBookmark(next: number);
        bookmark.Add("<</Title "u8).AddText(title).Add($"/Parent {outline} 0 R");
        if (page > 0)
            bookmark.Add($"/Dest[{page} 0 R/Fit]");
        if (lastBookmark > 0)
            bookmark.Add($"/Prev {lastBookmark} 0 R");
        firstBookmark = firstBookmark == 0 ? number : firstBookmark;
        lastBookmark = number;
        bookmarkCount++;
    }

    /// <summary>A bookmark names the one after it, so each waits for the next.</summary>
    private void CloseBookmark(int next)
    {
        if (lastBookmark == 0)
            return;
        if (next > 0)
            bookmark.Add($"/Next {next} 0 R");
        File.PutSmall(lastBookmark, bookmark.Add(">>"u8).Written);
        bookmark.Clear();
    }
}
