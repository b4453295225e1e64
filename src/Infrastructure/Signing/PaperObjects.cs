using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Signing;

/// <summary>Finds what a signature is hung on in a file that <see cref="PdfFile"/> wrote; it reads no other files.</summary>
internal sealed partial class PaperObjects
{
    private const int EntryLength = 20;

    private readonly byte[] paper;
    private readonly int entries;

    public PaperObjects(byte[] paper)
    {
        this.paper = paper;
        var tail = Encoding.Latin1.GetString(paper.AsSpan(Math.Max(0, paper.Length - 512)));
        var trailer = Trailer().Match(tail);
        if (!trailer.Success)
            throw new InvalidDataException("This file was not written by Pionir.");
        Size = Number(trailer, "size");
        Root = Number(trailer, "root");
        Info = Number(trailer, "info");
        Table = Number(trailer, "table");
        Id = trailer.Groups["id"].Value;
        entries = paper.AsSpan(Table).IndexOf("0000000000 65535"u8) + Table;
        var tree = Reference(Text(Root), "/Pages ");
        FirstPage = Reference(Text(tree), "/Kids[");
    }

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
        var entry = paper.AsSpan(entries + (EntryLength * number), 10);
        var content = paper.AsSpan(int.Parse(entry, CultureInfo.InvariantCulture));
        content = content[(content.IndexOf((byte)'\n') + 1)..];
        return Encoding.Latin1.GetString(content[..content.IndexOf("\nendobj"u8)]);
    }

    private static int Reference(string text, string key)
    {
        var from = text.IndexOf(key, StringComparison.Ordinal) + key.Length;
        return int.Parse(text.AsSpan(from, text.IndexOf(' ', from) - from), CultureInfo.InvariantCulture);
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"trailer\n<</Size (?<size>\d+)/Root (?<root>\d+) 0 R/Info (?<info>\d+) 0 R/ID\[<(?<id>[0-9A-F]{32})><[0-9A-F]{32}>\]>>\nstartxref\n(?<table>\d+)\n%%EOF\n$"
    )]
    private static partial Regex Trailer();
}
