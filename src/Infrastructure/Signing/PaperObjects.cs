using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Signing;

/// <summary>Finds what a signature is hung on in a file that <see cref="PdfFile"/> wrote; it reads no other files.</summary>
internal sealed partial class PaperObjects
{
    private readonly byte[] paper;
    private readonly Func<int, int> offsetOf;

    public PaperObjects(byte[] paper)
    {
        this.paper = paper;
        var tail = Encoding.Latin1.GetString(paper.AsSpan(Math.Max(0, paper.Length - 64)));
        var end = End().Match(tail);
        if (!end.Success)
            throw new InvalidDataException("This file was not written by Pionir.");
        Table = Number(end, "table");
        IsPacked = !paper.AsSpan(Table).StartsWith("xref"u8);
        var head = IsPacked ? Table : paper.AsSpan().LastIndexOf("trailer\n"u8);
        var trailer = Trailer()
            .Match(Encoding.Latin1.GetString(paper.AsSpan(head, Math.Min(512, paper.Length - head))));
        if (!trailer.Success)
            throw new InvalidDataException("This file was not written by Pionir.");
        Size = Number(trailer, "size");
        Root = Number(trailer, "root");
        Info = Number(trailer, "info");
        Id = trailer.Groups["id"].Value;
        offsetOf = IsPacked ? Packed() : Plain();
        var tree = Reference(Text(Root), "/Pages ");
        FirstPage = Reference(Text(tree), "/Kids[");
    }

    /// <summary>The table of objects is a stream; an update must have one of the same kind.</summary>
    public bool IsPacked { get; }

    public int Size { get; }
    public int Root { get; }
    public int Info { get; }
    public int Table { get; }
    public string Id { get; }
    public int FirstPage { get; }

    /// <summary>The dictionary of an object with more entries; a list that is there already is continued.</summary>
    public string With(int number, string entries)
    {
        var text = Text(number);
        var list = entries[..(entries.IndexOf('[', StringComparison.Ordinal) + 1)];
        var at = list.StartsWith("/Annots", StringComparison.Ordinal)
            ? text.IndexOf(list, StringComparison.Ordinal)
            : -1;
        return at >= 0
            ? text.Insert(at + list.Length, $"{entries[list.Length..^1]} ")
            : $"{text[..text.LastIndexOf(">>", StringComparison.Ordinal)]}{entries}>>";
    }

    private string Text(int number)
    {
        var content = paper.AsSpan(offsetOf(number));
        content = content[(content.IndexOf((byte)'\n') + 1)..];
        return Encoding.Latin1.GetString(content[..content.IndexOf("\nendobj"u8)]);
    }

    private Func<int, int> Plain()
    {
        var entries = paper.AsSpan(Table).IndexOf("0000000000 65535"u8) + Table;
        return number => int.Parse(paper.AsSpan(entries + (20 * number), 10), CultureInfo.InvariantCulture);
    }

    private Func<int, int> Packed()
    {
        var start = Table + paper.AsSpan(Table).IndexOf("stream\n"u8) + "stream\n".Length;
        using var unpacking = new ZLibStream(
            new MemoryStream(paper, start, paper.Length - start),
            CompressionMode.Decompress
        );
        var entries = new byte[Size * XrefTable.EntryLength];
        unpacking.ReadExactly(entries);
        return number => XrefTable.OffsetIn(entries, number);
    }

    private static int Reference(string text, string key)
    {
        var from = text.IndexOf(key, StringComparison.Ordinal) + key.Length;
        return int.Parse(text.AsSpan(from, text.IndexOf(' ', from) - from), CultureInfo.InvariantCulture);
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\nstartxref\n(?<table>\d+)\n%%EOF\n$")]
    private static partial Regex End();

    [GeneratedRegex(
        @"/Size (?<size>\d+)/Root (?<root>\d+) 0 R/Info (?<info>\d+) 0 R/ID\[<(?<id>[0-9A-F]{32})><[0-9A-F]{32}>\]"
    )]
    private static partial Regex Trailer();
}
