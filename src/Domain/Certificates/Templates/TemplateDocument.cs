using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pionir.Domain.Certificates.Templates;

public enum PaperSize
{
    /// <summary>210 × 297 mm.</summary>
    A4,

    /// <summary>215 × 330 mm, the long sheet of Indonesian offices.</summary>
    Folio,

    /// <summary>216 × 279 mm.</summary>
    Letter,
}

public enum PaperOrientation
{
    Landscape,
    Portrait,
}

/// <summary>
/// What a template says: the paper, its backgrounds, and blocks in the order in which they are read aloud. Lengths are
/// millimetres from the upper left corner.
/// </summary>
public sealed record TemplateDocument
{
    public const int BlocksMaximum = 80;

    /// <summary>
    /// 0: letter after letter, hours without a dot. 1: pairs of letters drawn together as their font says, and "1.080".
    /// </summary>
    public const int NewestSetting = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public PaperSize Paper { get; init; } = PaperSize.A4;
    public PaperOrientation Orientation { get; init; } = PaperOrientation.Landscape;

    /// <summary>Picture that fills the first page.</summary>
    public Guid? Background { get; init; }

    /// <summary>Picture that fills the pages after it.</summary>
    public Guid? BackgroundOfSecond { get; init; }

    /// <summary>What blocks should keep free along the edges; the page shows it as guides.</summary>
    public double Margin { get; init; } = 15;

    public IReadOnlyList<TemplateBlock> Blocks { get; init; } = [];

    /// <summary>
    /// How text is set. Drafts always have the newest way; a published version keeps the one of its day, so that it prints
    /// for ever as it did.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Setting { get; init; }

    [JsonIgnore]
    public bool IsKerned => Setting >= 1;

    [JsonIgnore]
    public bool DotsThousands => Setting >= 1;

    /// <summary>As it would be published today.</summary>
    public TemplateDocument Renewed() => this with { Setting = NewestSetting };

    [JsonIgnore]
    public (double Width, double Height) Size
    {
        get
        {
            var (shorter, longer) = Paper switch
            {
                PaperSize.Folio => (215.0, 330.0),
                PaperSize.Letter => (215.9, 279.4),
                _ => (210.0, 297.0),
            };
            return Orientation == PaperOrientation.Landscape ? (longer, shorter) : (shorter, longer);
        }
    }

    /// <summary>Pages that carry blocks or a background of their own.</summary>
    [JsonIgnore]
    public bool HasSecondPage => BackgroundOfSecond is not null || Blocks.Any(block => block.Page == 2);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static TemplateDocument FromJson(string json) =>
        JsonSerializer.Deserialize<TemplateDocument>(json, Json)
        ?? throw new InvalidDataException("A template without a document.");

    public static byte[] HashOf(string json) => SHA256.HashData(Encoding.UTF8.GetBytes(json));
}
