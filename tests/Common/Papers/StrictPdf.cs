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

    public StrictPdf(byte[] file)
    {
        this.file = file;
        Header();
        var table = Tail();
        Trailer = Section(table);
        foreach (var (number, offset) in offsets)
            objects[number] = Object(number, offset);
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

    public IEnumerable<PdfDictionary> Pages()
    {
        foreach (var kid in List(Dictionary(Catalog["Pages"])!["Kids"]))
            yield return Dictionary(kid)!;
    }

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
        Complain(dictionary.Name("Filter") is not (null or "FlateDecode" or "DCTDecode"), "6.1.7.2", "filter");
        return new PdfStream(dictionary, file[at..(at + length)]);
    }
}
