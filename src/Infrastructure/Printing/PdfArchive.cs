using System.Buffers.Binary;
using System.Globalization;
using System.Security;
using System.Text;

namespace Pionir.Infrastructure.Printing;

/// <summary>What an archivable document (PDF/A-2b, with an attachment PDF/A-3b) says of itself: colour space, description, language.</summary>
internal static class PdfArchive
{
    private const string Producer = "Pionir";

    /// <returns>The entry for the catalogue.</returns>
    public static string WriteColourSpace(PdfFile file)
    {
        var profile = file.AddStream(StandardRgb(), "/N 3");
        var intent = file.Add(
            $"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile {profile} 0 R>>"
        );
        return $"/OutputIntents[{intent} 0 R]";
    }

    /// <summary>Description and document information, which must say the same.</summary>
    /// <param name="identifier">Address under which the paper is checked, for programs that are given the file alone.</param>
    /// <param name="subject">What kind of document it is, where that needs saying.</param>
    /// <param name="part">3 for a file that carries another one, which part 2 does not allow (ISO 19005-3).</param>
    public static (int Metadata, int Info) Describe(
        PdfFile file,
        string title,
        string author,
        DateOnly date,
        string? identifier,
        int part = 2,
        string? subject = null
    )
    {
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var metadata = file.AddRaw(
            Encoding.UTF8.GetBytes(
                "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                    + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
                    + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
                    + "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
                    + $"<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
                    + $"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{Escape(title)}</rdf:li></rdf:Alt></dc:title>"
                    + (
                        subject is null
                            ? ""
                            : $"<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{Escape(subject)}</rdf:li></rdf:Alt></dc:description>"
                    )
                    + $"<dc:creator><rdf:Seq><rdf:li>{Escape(author)}</rdf:li></rdf:Seq></dc:creator>"
                    + (identifier is null ? "" : $"<dc:identifier>{Escape(identifier)}</dc:identifier>")
                    + $"<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate><pdf:Producer>{Producer}</pdf:Producer>"
                    + "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>"
            ),
            "/Type/Metadata/Subtype/XML"
        );
        var info = new PdfBuffer(512);
        info.Add("<</Title "u8).AddText(title).Add("/Author "u8).AddText(author);
        if (subject is not null)
            info.Add("/Subject "u8).AddText(subject);
        info.Add(
            $"/Producer({Producer})/CreationDate(D:{date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}000000Z)>>"
        );
        return (metadata, file.Add(info.Written));
    }

    private static string Escape(string text) =>
        SecurityElement.Escape(string.Concat(text.Where(letter => letter >= ' ' && !char.IsSurrogate(letter))));

    // A matrix profile with the standard's primaries (adapted to D50) and a gamma of 2.2.
    private static byte[] StandardRgb()
    {
        var tags = new (string Tag, byte[] Data)[]
        {
            ("desc", Description("sRGB")),
            ("cprt", [.. Type("text"), .. "No copyright, use freely\0"u8]),
            ("wtpt", Xyz(0.9642, 1.0, 0.8249)),
            ("rXYZ", Xyz(0.4361, 0.2225, 0.0139)),
            ("gXYZ", Xyz(0.3851, 0.7169, 0.0971)),
            ("bXYZ", Xyz(0.1431, 0.0606, 0.7141)),
            ("rTRC", [.. Type("curv"), 0, 0, 0, 1, 0x02, 0x33]),
            ("gTRC", [.. Type("curv"), 0, 0, 0, 1, 0x02, 0x33]),
            ("bTRC", [.. Type("curv"), 0, 0, 0, 1, 0x02, 0x33]),
        };
        var offset = 132 + (12 * tags.Length);
        var table = new MemoryStream();
        var body = new MemoryStream();
        table.Write(Number(tags.Length));
        foreach (var (tag, data) in tags)
        {
            table.Write(Encoding.ASCII.GetBytes(tag));
            table.Write(Number(offset + (int)body.Length));
            table.Write(Number(data.Length));
            body.Write(data);
            while (body.Length % 4 != 0)
                body.WriteByte(0);
        }
        var header = new byte[128];
        BinaryPrimitives.WriteInt32BigEndian(header, offset + (int)body.Length);
        header[8] = 2;
        header[9] = 0x10;
        "mntrRGB XYZ "u8.CopyTo(header.AsSpan(12));
        new byte[] { 0x07, 0xEA, 0, 1, 0, 1 }.CopyTo(header, 24);
        "acsp"u8.CopyTo(header.AsSpan(36));
        Fixed(0.9642).CopyTo(header, 68);
        Fixed(1.0).CopyTo(header, 72);
        Fixed(0.8249).CopyTo(header, 76);
        return [.. header, .. table.ToArray(), .. body.ToArray()];
    }

    private static byte[] Type(string name) => [.. Encoding.ASCII.GetBytes(name), 0, 0, 0, 0];

    private static byte[] Description(string text)
    {
        var bytes = new byte[12 + text.Length + 1 + 78];
        "desc"u8.CopyTo(bytes);
        Number(text.Length + 1).CopyTo(bytes, 8);
        Encoding.ASCII.GetBytes(text).CopyTo(bytes, 12);
        return bytes;
    }

    private static byte[] Xyz(double x, double y, double z) => [.. Type("XYZ "), .. Fixed(x), .. Fixed(y), .. Fixed(z)];

    private static byte[] Fixed(double value) => Number((int)Math.Round(value * 65536));

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
