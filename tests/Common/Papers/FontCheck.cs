using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

namespace Pionir.Tests.Common.Papers;

/// <summary>Composite fonts of TrueType or CFF outlines (ISO 19005-2, 6.2.11): embedded, measured as they are, readable as text.</summary>
public static partial class FontCheck
{
    public static void Run(StrictPdf pdf, PdfDictionary font)
    {
        var name = font.Name("BaseFont")!;
        pdf.Complain(!SubsetName().IsMatch(name), "6.2.11.4.2", $"{name}: no subset");
        pdf.Complain(font.Name("Encoding") != "Identity-H", "6.2.11.3.3", $"{name}: encoding");
        var descendant = pdf.Dictionary(pdf.List(font["DescendantFonts"])[0])!;
        var isCff = descendant.Name("Subtype") == "CIDFontType0";
        pdf.Complain(!isCff && descendant.Name("Subtype") != "CIDFontType2", "6.2.11.2", $"{name}: kind");
        pdf.Complain(descendant.Name("BaseFont") != name, "6.2.11.2", $"{name}: names differ");
        pdf.Complain(descendant.Name("CIDToGIDMap") != (isCff ? null : "Identity"), "6.2.11.3.2", $"{name}: map");
        var descriptor = pdf.Dictionary(descendant["FontDescriptor"])!;
        pdf.Complain(descriptor.Name("FontName") != name, "6.2.11.2", $"{name}: descriptor");
        // A set of the letters may be left out in part 2; a wrong one would be worse.
        pdf.Complain(descriptor.ContainsKey("CIDSet"), "6.2.11.4.2", $"{name}: CIDSet");
        if (pdf.Value(descriptor.GetValueOrDefault(isCff ? "FontFile3" : "FontFile2")) is not PdfStream embedded)
        {
            pdf.Complain(true, "6.2.11.4.1", $"{name}: not embedded");
            return;
        }
        var program = embedded.Data();
        Unicode(pdf, name, font, descendant);
        if (isCff)
        {
            pdf.Complain(embedded.Dictionary.Name("Subtype") != "CIDFontType0C", "6.2.11.2", $"{name}: program");
            var letters = pdf.List(pdf.List(descendant["W"])[1]).Cast<long>().ToList();
            pdf.Complain(!CffWidths.Of(program).SequenceEqual(letters), "6.2.11.5", $"{name}: widths");
            return;
        }
        pdf.Complain(
            embedded.Dictionary["Length1"] is not long length || length != program.Length,
            "6.2.11",
            "Length1"
        );
        Widths(pdf, name, descendant, program);
    }

    private static void Widths(StrictPdf pdf, string name, PdfDictionary descendant, byte[] program)
    {
        var written = pdf.List(pdf.List(descendant["W"])[1]).Cast<long>().ToList();
        var units = Number(program, Table(program, "head") + 18);
        var glyphs = Number(program, Table(program, "maxp") + 4);
        var metrics = Table(program, "hmtx");
        pdf.Complain(written.Count > glyphs, "6.2.11.5", $"{name}: more widths than letters");
        for (var glyph = 0; glyph < written.Count; glyph++)
        {
            var advance = Number(program, metrics + (4 * glyph)) * 1000.0 / units;
            pdf.Complain(Math.Abs(advance - written[glyph]) > 1, "6.2.11.5", $"{name}: width of {glyph}");
        }
    }

    private static void Unicode(StrictPdf pdf, string name, PdfDictionary font, PdfDictionary descendant)
    {
        var map = Encoding.ASCII.GetString(((PdfStream)pdf.Value(font["ToUnicode"])!).Data());
        var letters = Letter()
            .Matches(map)
            .Where(match => match.Groups[1].Value != "0000")
            .Select(match => match.Groups[2].Value)
            .ToList();
        pdf.Complain(letters.Count + 1 != pdf.List(pdf.List(descendant["W"])[1]).Count, "6.2.11.7", $"{name}: letters");
        pdf.Complain(letters.Any(letter => letter is "0000" or "FEFF" or "FFFE"), "6.2.11.7", $"{name}: no letter");
    }

    private static int Table(byte[] program, string tag)
    {
        for (var at = 12; at < 12 + (16 * Number(program, 4)); at += 16)
        {
            if (Encoding.ASCII.GetString(program, at, 4) == tag)
                return BinaryPrimitives.ReadInt32BigEndian(program.AsSpan(at + 8));
        }
        throw new InvalidDataException($"A font without {tag}.");
    }

    private static int Number(byte[] program, int at) => BinaryPrimitives.ReadUInt16BigEndian(program.AsSpan(at));

    [GeneratedRegex(@"^[A-Z]{6}\+\S+$")]
    private static partial Regex SubsetName();

    [GeneratedRegex(@"<([0-9A-F]{4})><([0-9A-F]{4,8})>\n")]
    private static partial Regex Letter();
}
