using PdfSharp.Pdf;
using Pionir.Domain.Certificates.Templates;

namespace Pionir.Infrastructure.Certificates.Pages;

/// <summary>What a drawing refers to by name: graphics states, patterns, pictures, further drawings (ISO 32000-1, 7.8.3).</summary>
internal sealed partial class PageCopier
{
    private const long PixelsMaximum = 40_000_000;
    private static readonly string[] Intents =
    [
        "/RelativeColorimetric",
        "/AbsoluteColorimetric",
        "/Perceptual",
        "/Saturation",
    ];
    private static readonly string[] Blends =
    [
        .. "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity"
            .Split(' ')
            .Select(name => $"/{name}"),
    ];

    private string Resources(PdfDictionary? from)
    {
        from ??= new PdfDictionary();
        if (written.TryGetValue(from, out var known))
            return known;
        // A drawing in it may need the very same ones.
        var number = file.Reserve();
        var reference = written[from] = $"{number} 0 R";
        var entries =
            All(from, "/Font", Font)
            + Colours(from)
            + All(from, "/XObject", Drawing)
            + All(from, "/Pattern", Pattern)
            + All(from, "/Shading", Shading)
            + All(from, "/ExtGState", State);
        file.Put(number, System.Text.Encoding.ASCII.GetBytes($"<<{entries}>>"));
        return reference;

        string Drawing(PdfDictionary one) => XObject(one, from);
    }

    private static string All(PdfDictionary from, string kind, Func<PdfDictionary, string> copy)
    {
        if (Dictionary(from.Elements[kind]) is not { } named)
            return "";
        var entries = named
            .Elements.Keys.Order(StringComparer.Ordinal)
            .Where(name => Dictionary(named.Elements[name]) is not null)
            .Select(name => $"{Name(name)} {copy(Dictionary(named.Elements[name])!)}");
        return $"{kind}<<{string.Concat(entries)}>>";
    }

    private string XObject(PdfDictionary from, PdfDictionary around) =>
        PageWhole.Name(from, "/Subtype") switch
        {
            "/Image" when from.Stream is not null => Once(from, () => Image(from)),
            "/Form" when from.Stream is not null && !from.Elements.ContainsKey("/Ref") => Once(
                from,
                () => Form(from, around)
            ),
            var other => throw Unknown($"XObject {other}"),
        };

    private int Form(PdfDictionary from, PdfDictionary around)
    {
        // Old files let a drawing use what its page has; archives do not (ISO 19005-2, 6.2.2).
        var resources = Resources(Dictionary(from.Elements["/Resources"]) ?? around);
        return file.AddStream(
            Cleaned(Unpacked(from)),
            $"/Type/XObject/Subtype/Form{Entries(from, "/BBox", "/Matrix")}/Resources {resources}{Group(Dictionary(from.Elements["/Group"]))}"
        );
    }

    private static string Group(PdfDictionary? from)
    {
        if (from is null || PageWhole.Name(from, "/S") != "/Transparency")
            return "";
        // Blended as it is printed: in the colours of the paper's own profile.
        var colours = PageWhole.NameOf(from.Elements["/CS"]) == "/DeviceGray" ? "/DeviceGray" : "/DeviceRGB";
        return $"/Group<</S/Transparency/CS{colours}{Entries(from, "/I", "/K")}>>";
    }

    private int Image(PdfDictionary from)
    {
        if ((Whole(from, "/Width") ?? 0) * (Whole(from, "/Height") ?? 0) is < 1 or > PixelsMaximum)
            throw new PageRefused(CertificatePictureErrors.TooManyPixels((int)PixelsMaximum));
        var colours = from.Elements.ContainsKey("/ColorSpace")
            ? $"/ColorSpace {Colour(from.Elements["/ColorSpace"])}"
            : "";
        var intent =
            PageWhole.Name(from, "/Intent") is { } wanted && Intents.Contains(wanted) ? $"/Intent{wanted}" : "";
        var mask = Dictionary(from.Elements["/Mask"]) is { Stream: not null } cut
            ? $"/Mask {Once(cut, () => Image(cut))}"
            : Entries(from, "/Mask");
        var soft = Dictionary(from.Elements["/SMask"]) is { Stream: not null } veil
            ? $"/SMask {Once(veil, () => Image(veil))}"
            : "";
        return Stream(
            from,
            $"/Type/XObject/Subtype/Image{Entries(from, "/Width", "/Height", "/BitsPerComponent", "/ImageMask", "/Decode", "/Matte")}{colours}{intent}{mask}{soft}"
        );
    }

    private string Pattern(PdfDictionary from) =>
        Once(
            from,
            () =>
                Whole(from, "/PatternType") == 2
                    ? file.Add(
                        $"<</PatternType 2{Entries(from, "/Matrix")}/Shading {Shading(Dictionary(from.Elements["/Shading"]) ?? throw Unknown("Shading"))}>>"
                    )
                    : file.AddStream(
                        Cleaned(Unpacked(from)),
                        $"/PatternType 1{Entries(from, "/PaintType", "/TilingType", "/BBox", "/XStep", "/YStep", "/Matrix")}/Resources {Resources(Dictionary(from.Elements["/Resources"]))}"
                    )
        );

    private string Shading(PdfDictionary from) =>
        Once(
            from,
            () =>
            {
                var entries =
                    Entries(
                        from,
                        "/ShadingType",
                        "/Background",
                        "/BBox",
                        "/AntiAlias",
                        "/Coords",
                        "/Domain",
                        "/Extend",
                        "/Matrix",
                        "/BitsPerCoordinate",
                        "/BitsPerComponent",
                        "/BitsPerFlag",
                        "/Decode",
                        "/VerticesPerRow"
                    ) + $"/ColorSpace {Colour(from.Elements["/ColorSpace"])}{Function(from, "/Function")}";
                return from.Stream is null ? file.Add($"<<{entries}>>") : Stream(from, entries);
            }
        );

    private string State(PdfDictionary from) =>
        Once(
            from,
            () =>
            {
                var blend = Names(from.Elements["/BM"]).Find(Blends.Contains) is { } mode ? $"/BM{mode}" : "";
                // Transfer functions, halftones and overprinting are for one press, not for an archive (6.2.5).
                return file.Add(
                    $"<</Type/ExtGState{Entries(from, "/LW", "/LC", "/LJ", "/ML", "/D", "/CA", "/ca", "/AIS", "/TK", "/SA")}{blend}{Veil(from)}{FontOf(from)}>>"
                );
            }
        );

    private string FontOf(PdfDictionary state) =>
        Array(state.Elements["/Font"]) is { Elements.Count: 2 } font && Dictionary(font.Elements[0]) is { } face
            ? $"/Font[{Font(face)} {Plain(font.Elements[1], 0)}]"
            : "";

    private string Veil(PdfDictionary state)
    {
        if (Dictionary(state.Elements["/SMask"]) is not { } mask)
            return state.Elements.ContainsKey("/SMask") ? "/SMask/None" : "";
        if (Dictionary(mask.Elements["/G"]) is not { Stream: not null } drawing)
            throw Unknown("SMask");
        var form = Once(drawing, () => Form(drawing, new PdfDictionary()));
        return $"/SMask<</Type/Mask{Entries(mask, "/S")}/G {form}{Entries(mask, "/BC")}{Function(mask, "/TR")}>>";
    }

    private string Function(PdfDictionary from, string key) =>
        PageWhole.Direct(from.Elements[key]) switch
        {
            PdfDictionary one => $"{key} {Function(one)}",
            PdfArray several =>
                $"{key}[{string.Join(' ', several.Elements.Select(one => Function(Dictionary(one) ?? throw Unknown("fungsi"))))}]",
            _ => PageWhole.Name(from, key) is { } name ? $"{key}{Name(name)}" : "",
        };

    private string Function(PdfDictionary from) =>
        Once(
            from,
            () =>
            {
                var entries =
                    Entries(
                        from,
                        "/FunctionType",
                        "/Domain",
                        "/Range",
                        "/Size",
                        "/BitsPerSample",
                        "/Order",
                        "/Encode",
                        "/Decode",
                        "/C0",
                        "/C1",
                        "/N",
                        "/Bounds"
                    ) + Function(from, "/Functions");
                return from.Stream is null ? file.Add($"<<{entries}>>") : Stream(from, entries);
            }
        );
}
