using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Pionir.Tests.Common.Papers;

public sealed record PdfName(string Value);

public sealed record PdfReference(int Number);

public sealed class PdfDictionary : Dictionary<string, object?>
{
    public string? Name(string key) => (this.GetValueOrDefault(key) as PdfName)?.Value;
}

public sealed record PdfStream(PdfDictionary Dictionary, byte[] Raw)
{
    public byte[] Data()
    {
        if (Dictionary.Name("Filter") != "FlateDecode")
            return Raw;
        using var unpacking = new ZLibStream(new MemoryStream(Raw), CompressionMode.Decompress);
        var data = new MemoryStream();
        unpacking.CopyTo(data);
        return data.ToArray();
    }
}

/// <summary>
/// Reads a PDF as strictly as an archive must (ISO 19005-2, 6.1) and complains of what others would forgive. Knows nothing
/// of how the product writes.
/// </summary>
public sealed class StrictPdf
{
    private readonly byte[] file;
    private readonly SortedDictionary<int, int> offsets = [];
    private readonly Dictionary<int, object?> objects = [];
    private readonly Dictionary<int, (int Holder, int Place)> packed = [];
    private readonly HashSet<int> holders = [];

    public StrictPdf(byte[] file)
    {
        this.file = file;
        Header();
        var table = Tail();
        Trailer = Section(table);
        foreach (var (number, offset) in offsets)
            objects[number] = Object(number, offset);
        foreach (var holder in holders)
            Unpack(holder);
    }

    public List<string> Complaints { get; } = [];
    public PdfDictionary Trailer { get; }
    public IReadOnlyDictionary<int, object?> Objects => objects;
    public PdfDictionary Catalog => Dictionary(Trailer["Root"])!;
    public ReadOnlySpan<byte> Bytes => file;

    /// <summary>Follows a reference.</summary>
    public object? Value(object? value) =>
        value is PdfReference reference ? objects.GetValueOrDefault(reference.Number) : value;

    public PdfDictionary? Dictionary(object? value) =>
        Value(value) switch
        {
            PdfDictionary dictionary => dictionary,
            PdfStream stream => stream.Dictionary,
            _ => null,
        };

    public List<object?> List(object? value) => Value(value) as List<object?> ?? [];

    public IEnumerable<PdfDictionary> Pages() => Pages(Catalog["Pages"]);

    private IEnumerable<PdfDictionary> Pages(object? node)
    {
        var found = Dictionary(node)!;
        if (found.Name("Type") == "Page")
            return [found];
        var pages = List(found["Kids"]).SelectMany(Pages).ToList();
        Complain(found["Count"] is not long count || count != pages.Count, "32000-1, 7.7.3.2", "count of pages");
        return pages;
    }

    /// <summary>What is drawn on a page; its parts are read as one (ISO 32000-1, 7.8.2).</summary>
    public byte[] Content(PdfDictionary page) =>
        Value(page.GetValueOrDefault("Contents")) switch
        {
            PdfStream stream => stream.Data(),
            List<object?> parts => [.. parts.SelectMany(part => ((PdfStream)Value(part)!).Data().Append((byte)'\n'))],
            _ => [],
        };

    public void Complain(bool wrong, string clause, string what)
    {
        if (wrong)
            Complaints.Add($"{clause}: {what}");
    }

    private void Header()
    {
        var head = Encoding.Latin1.GetString(file.AsSpan(0, 15));
        Complain(!head.StartsWith("%PDF-1.", StringComparison.Ordinal) || head[8] != '\n', "6.1.2", "header");
        Complain(head[9] != '%' || head[10..14].Any(letter => letter <= 127), "6.1.2", "binary comment");
    }

    private int Tail()
    {
        var tail = Encoding.Latin1.GetString(file.AsSpan(Math.Max(0, file.Length - 64)));
        Complain(!tail.TrimEnd('\n').EndsWith("%%EOF", StringComparison.Ordinal), "6.1.3", "something after the end");
        var at = tail.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10;
        return int.Parse(tail.AsSpan(at, tail.IndexOf('\n', at) - at), CultureInfo.InvariantCulture);
    }

    /// <summary>The newest table first; an older one adds what it alone has.</summary>
    private PdfDictionary Section(int table)
    {
        if (file[table] is >= (byte)'0' and <= (byte)'9')
            return PackedSection(table);
        var reader = new PdfTokens(file, table);
        Complain(reader.Word() != "xref", "6.1.4", "no table of objects");
        var at = table + 5;
        while (file[at] is >= (byte)'0' and <= (byte)'9')
        {
            var end = Array.IndexOf(file, (byte)'\n', at);
            var parts = Encoding.Latin1.GetString(file.AsSpan(at, end - at)).Split(' ');
            Complain(parts.Length != 2, "6.1.4", "subsection with more than one space");
            var (first, count) = (
                int.Parse(parts[0], CultureInfo.InvariantCulture),
                int.Parse(parts[1], CultureInfo.InvariantCulture)
            );
            at = end + 1;
            for (var entry = 0; entry < count; entry++, at += 20)
            {
                var text = Encoding.Latin1.GetString(file.AsSpan(at, 20));
                Complain(
                    text[10] != ' ' || text[16] != ' ' || text[18..] is not (" \n" or "\r\n"),
                    "6.1.4",
                    $"entry {text}"
                );
                if (text[17] == 'n')
                    offsets.TryAdd(first + entry, int.Parse(text.AsSpan(0, 10), CultureInfo.InvariantCulture));
            }
        }
        reader = new PdfTokens(file, at);
        Complain(reader.Word() != "trailer", "6.1.3", "no trailer");
        var trailer = (PdfDictionary)reader.Value()!;
        Complain(!trailer.ContainsKey("ID") || trailer.ContainsKey("Encrypt"), "6.1.3", "ID and encryption");
        if (trailer.GetValueOrDefault("Prev") is long earlier)
            Section((int)earlier);
        return trailer;
    }

    /// <summary>A table that is a stream (ISO 32000-1, 7.5.8).</summary>
    private PdfDictionary PackedSection(int table)
    {
        var end = Array.IndexOf(file, (byte)' ', table);
        var self = int.Parse(file.AsSpan(table, end - table), CultureInfo.InvariantCulture);
        var stream = Object(self, table) as PdfStream ?? throw new InvalidDataException("No table of objects.");
        var trailer = stream.Dictionary;
        Complain(trailer.Name("Type") != "XRef", "6.1.4", "kind of the table");
        Complain(!trailer.ContainsKey("ID") || trailer.ContainsKey("Encrypt"), "6.1.3", "ID and encryption");
        var widths = List(trailer["W"]).Select(width => (int)(long)width!).ToList();
        var size = (int)(long)trailer["Size"]!;
        var index = List(trailer.GetValueOrDefault("Index")).Select(number => (int)(long)number!).ToList();
        var data = stream.Data();
        var at = 0;
        foreach (var run in (index.Count == 0 ? [0, size] : index).Chunk(2))
        {
            for (var number = run[0]; number < run[0] + run[1]; number++)
            {
                var entry = widths.Select(Number).ToList();
                if (offsets.ContainsKey(number) || packed.ContainsKey(number))
                    continue;
                Complain(entry[0] > 2 || number >= size, "7.5.8.3", $"entry {number}");
                if (entry[0] == 1)
                    offsets[number] = entry[1];
                if (entry[0] == 2)
                    packed[number] = (entry[1], entry[2]);
            }
        }
        Complain(at != data.Length, "7.5.8.3", "length of the table");
        holders.UnionWith(packed.Values.Select(place => place.Holder));
        if (trailer.GetValueOrDefault("Prev") is long earlier)
            Section((int)earlier);
        return trailer;

        int Number(int width)
        {
            var number = 0;
            for (var taken = 0; taken < width; taken++)
                number = (number << 8) | data[at++];
            return number;
        }
    }

    /// <summary>Objects that stand in another one (ISO 32000-1, 7.5.7): no streams, each where its holder says.</summary>
    private void Unpack(int number)
    {
        var holder = (PdfStream)objects[number]!;
        Complain(holder.Dictionary.Name("Type") != "ObjStm", "7.5.7", $"object {number} holds no others");
        var data = holder.Data();
        var first = (int)(long)holder.Dictionary["First"]!;
        var head = new PdfTokens(data, 0);
        for (var place = 0; place < (long)holder.Dictionary["N"]!; place++)
        {
            var (inner, offset) = ((int)(long)head.Value()!, (int)(long)head.Value()!);
            var reader = new PdfTokens(data, first + offset);
            var known = packed.TryGetValue(inner, out var said) && said == (number, place);
            // An update may have replaced it.
            Complain(!known && !offsets.ContainsKey(inner), "7.5.7", $"object {inner} is not where the table says");
            if (known)
                objects[inner] = reader.Value();
            Complaints.AddRange(reader.Complaints.Select(complaint => $"object {inner}: {complaint}"));
        }
        Complain(head.At > first, "7.5.7", $"head of {number}");
        Complain(packed.Count(one => one.Value.Holder == number) > (long)holder.Dictionary["N"]!, "7.5.7", "missing");
    }

    private object? Object(int number, int offset)
    {
        var head = $"{number} 0 obj\n";
        Complain(
            Encoding.Latin1.GetString(file.AsSpan(offset, head.Length)) != head || file[offset - 1] != '\n',
            "6.1.9",
            $"object {number} does not stand where the table says"
        );
        var reader = new PdfTokens(file, offset + head.Length);
        var value = reader.Value();
        Complaints.AddRange(reader.Complaints.Select(complaint => $"object {number}: {complaint}"));
        if (value is PdfDictionary dictionary && reader.Next("\nstream"))
            return Stream(number, dictionary, reader.At);
        Complain(!reader.Next("\nendobj\n"), "6.1.9", $"object {number} does not end well");
        return value;
    }

    private PdfStream Stream(int number, PdfDictionary dictionary, int at)
    {
        at += 7;
        at += file[at] == '\r' ? 2 : 1;
        Complain(file[at - 1] != '\n', "6.1.7.1", $"stream {number}: line after the word");
        var length = (int)(long)dictionary["Length"]!;
        var end = Encoding.Latin1.GetString(file.AsSpan(at + length, 18));
        Complain(end != "\nendstream\nendobj\n", "6.1.7.1", $"stream {number}: length");
        Complain(dictionary.Keys.Any(key => key is "F" or "FFilter" or "FDecodeParms"), "6.1.7.1", "external stream");
        var filters = dictionary.GetValueOrDefault("Filter") switch
        {
            PdfName one => [one.Value],
            List<object?> several => several.Cast<PdfName>().Select(one => one.Value).ToList(),
            _ => [],
        };
        Complain(
            filters.Any(filter => filter is not ("FlateDecode" or "DCTDecode" or "CCITTFaxDecode" or "JBIG2Decode")),
            "6.1.7.2",
            "filter"
        );
        return new PdfStream(dictionary, file[at..(at + length)]);
    }
}
