using System.Globalization;
using System.Text;
using PdfSharp.Pdf;
using Pionir.Domain.Certificates.Templates;

namespace Pionir.Infrastructure.Certificates.Pages;

/// <summary>
/// Colour spaces (ISO 32000-1, 8.6). The paper's profile is sRGB, so grey and RGB may stay as they are. Colours of print get
/// a meaning: <c>DefaultCMYK</c> turns them into RGB by a rule that stands in the file (ISO 19005-2, 6.2.4.3).
/// </summary>
internal sealed partial class PageCopier
{
    private static readonly string[] Process = ["/Cyan", "/Magenta", "/Yellow", "/Black", "/None"];
    private string? print;

    private string Colours(PdfDictionary resources)
    {
        var named = Dictionary(resources.Elements["/ColorSpace"]);
        var entries = (named?.Elements.Keys ?? [])
            .Order(StringComparer.Ordinal)
            .Where(name => !(cmyk && name == "/DefaultCMYK"))
            .Select(name => $"{Name(name)} {Colour(named!.Elements[name])}");
        var meaning = cmyk ? $"/DefaultCMYK {Print()}" : "";
        return $"/ColorSpace<<{string.Concat(entries)}{meaning}>>";
    }

    private string Print() =>
        print ??=
            $"{file.Add($"[/DeviceN[/Cyan/Magenta/Yellow/Black]/DeviceRGB {file.AddStream(Conversion, "/FunctionType 4/Domain[0 1 0 1 0 1 0 1]/Range[0 1 0 1 0 1]")} 0 R]")} 0 R";

    /// <summary>(1 − c)(1 − k) and so on: what screens show of colours of print without a profile.</summary>
    private static ReadOnlySpan<byte> Conversion =>
        "{1 exch sub 4 1 roll 1 exch sub 4 1 roll 1 exch sub 4 1 roll 1 exch sub 1 index mul 4 1 roll dup 3 1 roll mul 3 1 roll mul exch}"u8;

    private string Colour(PdfItem? item)
    {
        if (PageWhole.NameOf(item) is { } name)
        {
            UsesCmyk |= name == "/DeviceCMYK";
            return Name(name);
        }
        if (Array(item) is not { Elements.Count: > 0 } space)
            throw Unknown("ColorSpace");
        var kind = PageWhole.NameOf(space.Elements[0]);
        if (space.Elements.Count == 1)
            return Colour(space.Elements[0]);
        return kind switch
        {
            "/ICCBased" => Profile(space),
            "/CalRGB" or "/CalGray" or "/Lab" => $"[{kind} {Plain(space.Elements[1], 0)}]",
            "/Pattern" => $"[/Pattern {Colour(space.Elements[1])}]",
            "/Indexed" =>
                $"[/Indexed {Colour(space.Elements[1])} {Plain(space.Elements[2], 0)} {Table(space.Elements[3])}]",
            "/Separation" => Ink(space),
            "/DeviceN" => Inks(space),
            _ => throw Unknown($"ColorSpace {kind}"),
        };
    }

    private string Table(PdfItem item) =>
        Dictionary(item) is { Stream: not null } stream ? Once(stream, () => Stream(stream, "")) : Plain(item, 0);

    /// <summary>
    /// One ink. Programs do not agree on what <c>DefaultCMYK</c> means for an ink that is mixed of print colours, so its two
    /// ends are turned into RGB; what lies between is not always a straight line, and then it is refused.
    /// </summary>
    private string Ink(PdfArray space)
    {
        var mixed = Colour(space.Elements[2]);
        var function = Dictionary(space.Elements[3]) ?? throw Unknown("Separation");
        if (mixed != "/DeviceCMYK")
            return $"[/Separation {Plain(space.Elements[1], 0)} {mixed} {Function(function)}]";
        if (Whole(function, "/FunctionType") != 2)
            throw new PageRefused(CertificatePictureErrors.PageInks());
        var ends = $"/C0[{Screen(function, "/C0")}]/C1[{Screen(function, "/C1")}]";
        return $"[/Separation {Plain(space.Elements[1], 0)}/DeviceRGB<</FunctionType 2{Entries(function, "/Domain", "/N")}{ends}>>]";
    }

    private static string Screen(PdfDictionary function, string end)
    {
        if (Array(function.Elements[end]) is not { Elements.Count: 4 } mix)
            throw Unknown("Separation");
        var parts = mix.Elements.Select(part => double.Parse(Plain(part, 0), CultureInfo.InvariantCulture)).ToArray();
        return string.Join(' ', parts[..3].Select(part => PageBox.Digits(Math.Round((1 - part) * (1 - parts[3]), 4))));
    }

    /// <summary>Inks besides those of print would each have to be described (6.2.4.4).</summary>
    private string Inks(PdfArray space)
    {
        var mixed = Colour(space.Elements[2]);
        if (Names(space.Elements[1]).Except(Process).Any() || mixed == "/DeviceCMYK")
            throw new PageRefused(CertificatePictureErrors.PageInks());
        var function = Dictionary(space.Elements[3]) ?? throw Unknown("DeviceN");
        return $"[/DeviceN {Plain(space.Elements[1], 0)} {mixed} {Function(function)}]";
    }

    /// <summary>A profile that archives do not allow gives way to the plain colours of as many parts.</summary>
    private string Profile(PdfArray space)
    {
        var profile = Dictionary(space.Elements[1]) is { Stream: not null } stream ? stream : throw Unknown("ICCBased");
        var parts = Whole(profile, "/N");
        if (parts is not (1 or 3 or 4))
            throw Unknown("ICCBased");
        if (IsSound(profile.Stream.UnfilteredValue, parts.Value))
            return Once(space, () => file.Add($"[/ICCBased {Once(profile, () => Stream(profile, $"/N {parts}"))}]"));
        UsesCmyk |= parts == 4;
        return parts switch
        {
            1 => "/DeviceGray",
            3 => "/DeviceRGB",
            _ => "/DeviceCMYK",
        };
    }

    private static bool IsSound(byte[] profile, long parts)
    {
        if (profile.Length < 128 || profile[8] is < 2 or > 4 || !profile.AsSpan(36, 4).SequenceEqual("acsp"u8))
            return false;
        return (parts, Encoding.ASCII.GetString(profile, 12, 4), Encoding.ASCII.GetString(profile, 16, 4)) switch
        {
            (_, not ("mntr" or "prtr" or "scnr" or "spac"), _) => false,
            (1, _, "GRAY") or (3, _, "RGB " or "Lab ") or (4, _, "CMYK") => true,
            _ => false,
        };
    }
}
