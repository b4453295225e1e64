using System.Text.Json.Serialization;

namespace Pionir.Domain.Certificates.Templates;

public enum BlockKind
{
    Text,

    /// <summary>Opens the public verification page.</summary>
    Qr,
    Picture,

    /// <summary>The institution's logo as it was on the day of issue.</summary>
    Logo,

    /// <summary>Picture of a signature; printed only while its owner signs.</summary>
    Signature,
    Line,
    Box,
    Ornament,

    /// <summary>Subjects and their JP, on the second page and as many more as it takes.</summary>
    Subjects,
}

public enum TextAlign
{
    Left,
    Centre,
    Right,

    /// <summary>Both edges straight; the last line of a paragraph stands at the left.</summary>
    Justify,
}

public enum VerticalAlign
{
    Top,
    Middle,
    Bottom,
}

public enum OrnamentKind
{
    /// <summary>Three lines around the paper, with kawung rosettes in the corners.</summary>
    Frame,

    /// <summary>Fine waves around a circle, pale enough to write on.</summary>
    Guilloche,

    /// <summary>Four petals.</summary>
    Kawung,

    /// <summary>A line with a diamond in its middle.</summary>
    Divider,
}

/// <summary>One thing on the paper. What a kind does not use is ignored.</summary>
public sealed record TemplateBlock
{
    public const int IdMaximum = 40;
    public const int TextMaximum = 2000;
    public const int SignerMaximum = 300;
    public const double SizeMinimum = 4;
    public const double SizeMaximum = 120;

    /// <summary>Unique in the document; made by whoever adds the block.</summary>
    public string Id { get; init; } = "";

    public BlockKind Kind { get; init; }

    /// <summary>1, or 2 for the pages with the subjects.</summary>
    public int Page { get; init; } = 1;

    public double X { get; init; }
    public double Y { get; init; }
    public double Width { get; init; }
    public double Height { get; init; }

    /// <summary>
    /// Text with fields: <c>{name}</c>, <c>{starts:weekday}</c>. What stands in square brackets is left out when a
    /// field inside it is empty.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>Code of a font that ships, or id of an uploaded one.</summary>
    public string? Font { get; init; }

    /// <summary>Points.</summary>
    public double Size { get; init; } = 12;

    /// <summary>Points; long text shrinks down to this.</summary>
    public double MinimumSize { get; init; } = 8;

    /// <summary>#RRGGBB.</summary>
    public string Colour { get; init; } = "#17324D";
    public TextAlign Align { get; init; } = TextAlign.Centre;
    public VerticalAlign Vertical { get; init; } = VerticalAlign.Middle;

    /// <summary>Times the size.</summary>
    public double LineHeight { get; init; } = 1.2;

    /// <summary>Space added between letters, in thousandths of the size.</summary>
    public double Tracking { get; init; }

    public Guid? Picture { get; init; }

    /// <summary>Identity number, else the name, of the person whose signature the picture shows.</summary>
    public string? Signer { get; init; }

    /// <summary>Points, of lines and boxes.</summary>
    public double Thickness { get; init; } = 0.8;

    public OrnamentKind Ornament { get; init; }

    [JsonIgnore]
    public bool IsDecoration => Kind is BlockKind.Line or BlockKind.Box or BlockKind.Ornament;

    [JsonIgnore]
    public double Right => X + Width;

    [JsonIgnore]
    public double Bottom => Y + Height;

    public bool Overlaps(TemplateBlock other, double margin) =>
        Page == other.Page
        && X - margin < other.Right
        && other.X < Right + margin
        && Y - margin < other.Bottom
        && other.Y < Bottom + margin;
}
