using PdfSharp.Pdf;
using Pionir.Domain.Certificates.Templates;

namespace Pionir.Infrastructure.Certificates.Pages;

/// <summary>Fonts of the page: all of them embedded, and coded as archives demand (ISO 19005-2, 6.2.11).</summary>
internal sealed partial class PageCopier
{
    private const long Symbolic = 4;
    private static readonly string[] Programs = ["/FontFile", "/FontFile2", "/FontFile3"];

    private string Font(PdfDictionary from) =>
        Once(
            from,
            () =>
                PageWhole.Name(from, "/Subtype") switch
                {
                    "/Type0" => Composite(from),
                    "/Type3" => Drawn(from),
                    "/Type1" or "/MMType1" or "/TrueType" => Simple(from),
                    var other => throw Unknown($"Font {other}"),
                }
        );

    private int Composite(PdfDictionary from)
    {
        var descendant = Dictionary(Array(from.Elements["/DescendantFonts"])?.Elements[0]) ?? throw Unusable(from);
        var encoding =
            Dictionary(from.Elements["/Encoding"]) is { Stream: not null } map
                ? Once(map, () => Stream(map, $"/Type/CMap{Entries(map, "/CMapName", "/CIDSystemInfo", "/WMode")}"))
            : PageWhole.Name(from, "/Encoding") is "/Identity-H" or "/Identity-V" ? PageWhole.Name(from, "/Encoding")!
            : throw Unusable(from);
        return file.Add(
            $"<</Type/Font/Subtype/Type0{Entries(from, "/BaseFont")}/Encoding {encoding}/DescendantFonts[{Descendant(descendant)}]{Unicode(from)}>>"
        );
    }

    private string Descendant(PdfDictionary from) =>
        Once(
            from,
            () =>
            {
                var kind = PageWhole.Name(from, "/Subtype");
                var map =
                    Dictionary(from.Elements["/CIDToGIDMap"]) is { Stream: not null } glyphs
                        ? $"/CIDToGIDMap {Once(glyphs, () => Stream(glyphs, ""))}"
                    // Left out, it means the same; archives want it said.
                    : kind == "/CIDFontType2" ? "/CIDToGIDMap/Identity"
                    : "";
                return file.Add(
                    $"<</Type/Font{Entries(from, "/Subtype", "/BaseFont", "/CIDSystemInfo", "/DW", "/W", "/DW2", "/W2")}{map}/FontDescriptor {Descriptor(from)}>>"
                );
            }
        );

    private int Simple(PdfDictionary from)
    {
        var encoding = Coding(from);
        var flags = Dictionary(from.Elements["/FontDescriptor"]) is { } descriptor
            ? Whole(descriptor, "/Flags") ?? 0
            : 0;
        if (PageWhole.Name(from, "/Subtype") == "/TrueType")
        {
            // A symbol font codes itself (6.2.11.6); any other one has to say which of two codes it follows.
            if ((flags & Symbolic) != 0)
            {
                encoding = "";
            }
            else if (
                !encoding.Contains("/WinAnsiEncoding", StringComparison.Ordinal)
                && !encoding.Contains("/MacRomanEncoding", StringComparison.Ordinal)
            )
            {
                throw Unusable(from);
            }
        }
        return file.Add(
            $"<</Type/Font{Entries(from, "/Subtype", "/BaseFont", "/FirstChar", "/LastChar", "/Widths")}{encoding}/FontDescriptor {Descriptor(from)}{Unicode(from)}>>"
        );
    }

    /// <summary>Letters that are drawings themselves.</summary>
    private int Drawn(PdfDictionary from)
    {
        var resources = Resources(Dictionary(from.Elements["/Resources"]));
        var letters = All(
            from,
            "/CharProcs",
            one => one.Stream is null ? throw Unusable(from) : Once(one, () => file.AddStream(Cleaned(Unpacked(one))))
        );
        return file.Add(
            $"<</Type/Font/Subtype/Type3{Entries(from, "/FontBBox", "/FontMatrix", "/FirstChar", "/LastChar", "/Widths")}{letters}{Coding(from)}/Resources {resources}{Unicode(from)}>>"
        );
    }

    private static string Coding(PdfDictionary from) =>
        Dictionary(from.Elements["/Encoding"]) is { } differs
            ? $"/Encoding<</Type/Encoding{Entries(differs, "/BaseEncoding", "/Differences")}>>"
            : Entries(from, "/Encoding");

    private string Unicode(PdfDictionary from) =>
        Dictionary(from.Elements["/ToUnicode"]) is { Stream: not null } map
            ? $"/ToUnicode {Once(map, () => Stream(map, ""))}"
            : "";

    private string Descriptor(PdfDictionary font)
    {
        if (Dictionary(font.Elements["/FontDescriptor"]) is not { } from)
            throw NotEmbedded(font);
        return Once(
            from,
            () =>
            {
                foreach (var place in Programs)
                {
                    if (Dictionary(from.Elements[place]) is not { Stream: not null } program)
                        continue;
                    var embedded = Once(
                        program,
                        () => Stream(program, Entries(program, "/Length1", "/Length2", "/Length3", "/Subtype"))
                    );
                    // Lists of the letters may be left out, and wrong ones are common (6.2.11.4.2).
                    return file.Add(
                        $"<</Type/FontDescriptor{Entries(from, "/FontName", "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent", "/Leading", "/CapHeight", "/XHeight", "/StemV", "/StemH", "/AvgWidth", "/MaxWidth", "/MissingWidth")}{place} {embedded}>>"
                    );
                }
                throw NotEmbedded(font);
            }
        );
    }

    private static PageRefused NotEmbedded(PdfDictionary font) =>
        new(CertificatePictureErrors.PageFontMissing(NameOf(font)));

    private static PageRefused Unusable(PdfDictionary font) =>
        new(CertificatePictureErrors.PageFontUnusable(NameOf(font)));

    private static string NameOf(PdfDictionary font)
    {
        var name = PageWhole.Name(font, "/BaseFont") ?? "/?";
        return name.Length > 8 && name[7] == '+' ? name[8..] : name[1..];
    }
}
