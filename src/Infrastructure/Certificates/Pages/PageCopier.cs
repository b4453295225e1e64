using System.Globalization;
using System.Text;
using PdfSharp.Pdf;
using Pionir.Domain.Certificates.Templates;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates.Pages;

/// <summary>
/// Copies a page's drawing into a file of ours, each thing after what it refers to. Dictionaries are written anew with the
/// entries that are known; an entry that nobody looked at does not come along.
/// </summary>
internal sealed partial class PageCopier(PdfFile file, bool cmyk)
{
    private const int ObjectsMaximum = 4000;
    private const int DepthMaximum = 24;
    private const int ContentMaximum = 12 * 1024 * 1024;
    private const int StringMaximum = 32_767;
    private const int NameMaximum = 127;

    private readonly Dictionary<PdfItem, string> written = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<PdfItem> open = new(ReferenceEqualityComparer.Instance);

    /// <summary>Colours of print occur somewhere.</summary>
    public bool UsesCmyk { get; private set; }

    /// <returns>Number of the form that draws the page into the unit square.</returns>
    public int Form(PdfPage page, PageBox box)
    {
        var content = new MemoryStream();
        foreach (var part in page.Contents)
        {
            if (PageWhole.Direct(part) is PdfDictionary { Stream: not null } stream)
            {
                content.Write(Unpacked(stream));
                content.WriteByte((byte)'\n');
            }
        }
        var group = Dictionary(page.Elements["/Group"]);
        var resources = Resources(Dictionary(page.Elements["/Resources"]) ?? page.Resources);
        return file.AddStream(
            Cleaned(content.ToArray()),
            $"/Type/XObject/Subtype/Form/BBox{box.Corners}/Matrix{box.Matrix}/Resources {resources}{Group(group)}"
        );
    }

    /// <summary>Once, however often it is referred to.</summary>
    private string Once(PdfItem item, Func<int> write)
    {
        if (written.TryGetValue(item, out var known))
            return known;
        if (!open.Add(item) || open.Count > DepthMaximum || file.ObjectCount > ObjectsMaximum)
            throw new PageRefused(CertificatePictureErrors.PageTooComplex());
        var reference = $"{write()} 0 R";
        open.Remove(item);
        return written[item] = reference;
    }

    private static PdfDictionary? Dictionary(PdfItem? item) => PageWhole.Direct(item) as PdfDictionary;

    private static PdfArray? Array(PdfItem? item) => PageWhole.Direct(item) as PdfArray;

    private static PageRefused Unknown(string part) => new(CertificatePictureErrors.PageUnreadable(part));

    private static long? Whole(PdfDictionary from, string key) =>
        PageWhole.Direct(from.Elements[key]) switch
        {
            PdfInteger number => number.Value,
            PdfIntegerObject number => number.Value,
            PdfReal number => (long)number.Value,
            _ => null,
        };

    /// <summary>Those of the entries that are there: numbers, names, texts, and lists of them.</summary>
    private static string Entries(PdfDictionary from, params ReadOnlySpan<string> keys)
    {
        var text = new StringBuilder();
        foreach (var key in keys)
        {
            if (PageWhole.Direct(from.Elements[key]) is { } value and not (PdfNull or PdfNullObject))
                text.Append(key).Append(' ').Append(Plain(value, 0));
        }
        return text.ToString();
    }

    private static string Plain(PdfItem? item, int depth) =>
        PageWhole.Direct(item) switch
        {
            _ when depth > 6 => throw new PageRefused(CertificatePictureErrors.PageTooComplex()),
            PdfInteger number => Digits(number.Value),
            PdfIntegerObject number => Digits(number.Value),
            PdfLongInteger number => Digits(number.Value),
            PdfReal number => PageBox.Digits(number.Value),
            PdfRealObject number => PageBox.Digits(number.Value),
            PdfBoolean flag => flag.Value ? "true" : "false",
            PdfBooleanObject flag => flag.Value ? "true" : "false",
            PdfName name => Name(name.Value),
            PdfNameObject name => Name(name.Value),
            PdfString text => Text(text.Value, text.Encoding),
            PdfStringObject text => Text(text.Value, text.Encoding),
            PdfRectangle box =>
                $"[{PageBox.Digits(box.X1)} {PageBox.Digits(box.Y1)} {PageBox.Digits(box.X2)} {PageBox.Digits(box.Y2)}]",
            PdfArray array => $"[{string.Join(' ', array.Elements.Select(one => Plain(one, depth + 1)))}]",
            PdfNull or PdfNullObject or null => "null",
            PdfDictionary { Stream: null } dictionary =>
                $"<<{string.Concat(dictionary.Elements.Keys.Order(StringComparer.Ordinal).Select(key => $"{Name(key)} {Plain(dictionary.Elements[key], depth + 1)}"))}>>",
            { } other => throw Unknown(other.GetType().Name),
        };

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>With a slash; letters that may not stand in a name are written as digits (ISO 32000-1, 7.3.5).</summary>
    private static string Name(string name)
    {
        var bytes = Encoding.Latin1.GetBytes(name[1..]);
        if (bytes.Length > NameMaximum)
            throw Unknown("nama");
        var text = new StringBuilder("/");
        foreach (var letter in bytes)
        {
            var stands = letter is > 0x20 and < 0x7F && "#/%()<>[]{}".IndexOf((char)letter) < 0;
            _ = stands ? text.Append((char)letter) : text.Append(CultureInfo.InvariantCulture, $"#{letter:X2}");
        }
        return text.ToString();
    }

    private static string Text(string text, PdfStringEncoding encoding)
    {
        byte[] bytes =
            encoding == PdfStringEncoding.Unicode
                ? [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]
                : Encoding.Latin1.GetBytes(text);
        return bytes.Length > StringMaximum ? throw Unknown("teks") : $"<{Convert.ToHexString(bytes)}>";
    }

    private static byte[] Unpacked(PdfDictionary from)
    {
        var bytes = from.Stream.UnfilteredValue;
        return bytes.Length > ContentMaximum ? throw new PageRefused(CertificatePictureErrors.PageTooComplex()) : bytes;
    }

    /// <summary>As it is packed, where archives allow that packing; else packed anew.</summary>
    private int Stream(PdfDictionary from, string entries)
    {
        var filters = Names(from.Elements["/Filter"]);
        if (filters.Contains("/JPXDecode") || filters.Contains("/Crypt"))
            throw new PageRefused(CertificatePictureErrors.PagePicture(filters[^1][1..]));
        if (
            filters.Any(filter => filter is not ("/FlateDecode" or "/DCTDecode" or "/CCITTFaxDecode" or "/JBIG2Decode"))
        )
        {
            if (filters[^1] is "/DCTDecode" or "/CCITTFaxDecode" or "/JBIG2Decode")
                throw new PageRefused(CertificatePictureErrors.PagePicture(filters[0][1..]));
            return file.AddStream(from.Stream.UnfilteredValue, entries);
        }
        if (filters.Count == 0)
            return file.AddStream(from.Stream.Value, entries);
        var parms = Array(from.Elements["/DecodeParms"])?.Elements.ToList() ?? [from.Elements["/DecodeParms"]];
        var told = parms.Select(Parameters).ToList();
        var packing = filters.Count == 1 ? $"/Filter{filters[0]}" : $"/Filter[{string.Concat(filters)}]";
        if (told.Any(one => one.Length > 4))
            packing += filters.Count == 1 ? $"/DecodeParms{told[0]}" : $"/DecodeParms[{string.Concat(told)}]";
        return file.AddRaw(from.Stream.Value, entries + packing);
    }

    private string Parameters(PdfItem? item)
    {
        if (Dictionary(item) is not { } parms)
            return "<<>>";
        var shared = Dictionary(parms.Elements["/JBIG2Globals"]) is { Stream: not null } globals
            ? $"/JBIG2Globals {Once(globals, () => Stream(globals, ""))}"
            : "";
        return $"<<{Entries(parms, "/Predictor", "/Colors", "/BitsPerComponent", "/Columns", "/EarlyChange", "/K", "/EndOfLine", "/EncodedByteAlign", "/Rows", "/EndOfBlock", "/BlackIs1", "/DamagedRowsBeforeError", "/ColorTransform")}{shared}>>";
    }

    private static List<string> Names(PdfItem? item) =>
        Array(item) is { } several ? [.. several.Elements.Select(PageWhole.NameOf).OfType<string>()]
        : PageWhole.NameOf(item) is { } one ? [one]
        : [];

    private byte[] Cleaned(byte[] content)
    {
        var cleaning = new PageContent(content);
        var clean = cleaning.Clean();
        UsesCmyk |= cleaning.UsesCmyk;
        return clean;
    }
}
