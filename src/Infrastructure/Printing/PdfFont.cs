using System.Globalization;
using System.Text;

namespace Pionir.Infrastructure.Printing;

/// <summary>Writes the subset of a font into a file: composite font, glyph widths, way back to Unicode.</summary>
internal static class PdfFont
{
    public static int Write(PdfFile file, FontSubset subset)
    {
        var font = subset.Font;
        var name = $"{Tag(subset)}+{font.Name}";
        var program = font.IsPostScript ? CffSubset.Write(subset) : subset.ToTrueType();
        var data = file.AddStream(program, font.IsPostScript ? "/Subtype/CIDFontType0C" : $"/Length1 {program.Length}");
        // ISO 32000-1, 9.7.4: a CFF font numbers its letters itself, TrueType needs to be told that numbers are glyphs.
        var (kind, place, map) = font.IsPostScript
            ? ("CIDFontType0", "FontFile3", "")
            : ("CIDFontType2", "FontFile2", "/CIDToGIDMap/Identity");
        var flags = 4 | (font.ItalicAngle != 0 ? 64 : 0);
        var descriptor = file.Add(
            $"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{string.Join(' ', font.Box.Select(side => Scale(font, side)))}]"
                + $"/ItalicAngle {font.ItalicAngle}/Ascent {Scale(font, font.Ascent)}/Descent {Scale(font, font.Descent)}"
                + $"/CapHeight {Scale(font, font.CapHeight)}/StemV {50 + (font.Weight * font.Weight / 6500)}/{place} {data} 0 R>>"
        );
        var widths = string.Join(' ', subset.Letters.Select(letter => font.WidthOf(letter.Glyph)));
        var descendant = file.Add(
            $"<</Type/Font/Subtype/{kind}/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                + $"/FontDescriptor {descriptor} 0 R/DW 0/W[0[{widths}]]{map}>>"
        );
        var unicode = file.AddStream(ToUnicode(subset));
        return file.Add(
            $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>"
        );
    }

    private static int Scale(TrueTypeFont font, int value) => value * 1000 / font.UnitsPerEm;

    // Six capitals, made from what is in the subset: the same subset always has the same tag.
    private static string Tag(FontSubset subset)
    {
        uint hash = 2166136261;
        foreach (var (codePoint, _) in subset.Letters)
            hash = (hash ^ (uint)codePoint) * 16777619;
        var tag = new char[6];
        for (var at = 0; at < tag.Length; at++, hash /= 26)
            tag[at] = (char)('A' + (hash % 26));
        return new string(tag);
    }

    private static byte[] ToUnicode(FontSubset subset)
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                + "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n"
                + "/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"
        );
        foreach (var chunk in subset.Letters.Select((letter, number) => (letter.CodePoint, number)).Skip(1).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{chunk.Length} beginbfchar\n");
            foreach (var (codePoint, number) in chunk)
            {
                var utf16 = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(codePoint)));
                map.Append(CultureInfo.InvariantCulture, $"<{number:X4}><{utf16}>\n");
            }
            map.Append("endbfchar\n");
        }
        map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend");
        return Encoding.ASCII.GetBytes(map.ToString());
    }
}
