using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Domain.LearningHours;

/// <summary>A statement of lesson hours that was given out as a paper. What it says is frozen; it is printed from it anew.</summary>
public sealed class JpPaper : Entity<JpPaperId>
{
    public const int TokenLength = 27;

    /// <summary>How papers are laid out; a change that moves a byte needs a new word and keeps the old way for old papers.</summary>
    public const string CurrentLayout = "rekap-1";

    /// <summary>160 bits: never guessed, and still a small QR code.</summary>
    private const int TokenBytes = 20;

    private JpPaper() { }

    public EmployeeId EmployeeId { get; private init; }
    public int Year { get; private init; }
    public DateOnly IssuedOn { get; private init; }
    public DateTimeOffset IssuedAt { get; private init; }
    public Guid IssuedTo { get; private init; }
    public string Token { get; private init; } = "";

    /// <summary>Where the paper is checked, as its QR code says.</summary>
    public string Address { get; private init; } = "";

    public string Layout { get; private init; } = "";
    public string Content { get; private init; } = "";
    public byte[] ContentHash { get; private init; } = [];

    /// <param name="baseAddress">Of the installation, as the public sees it.</param>
    /// <param name="to">Account that asked for it.</param>
    public static JpPaper Issue(
        EmployeeId employee,
        JpPaperContent content,
        string baseAddress,
        Guid to,
        DateTimeOffset now
    )
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var json = content.ToJson();
        return new JpPaper
        {
            Id = JpPaperId.New(),
            EmployeeId = employee,
            Year = content.Year,
            IssuedOn = content.MadeOn ?? content.On,
            IssuedAt = now,
            IssuedTo = to,
            Token = token,
            Address = $"{baseAddress.TrimEnd('/')}/j/{token}",
            Layout = CurrentLayout,
            Content = json,
            ContentHash = HashOf(json),
        };
    }

    /// <summary>What is stored still is what was given out.</summary>
    public bool IsIntact() => ContentHash.AsSpan().SequenceEqual(HashOf(Content));

    public static byte[] HashOf(string content) => SHA256.HashData(Encoding.UTF8.GetBytes(content));

    /// <summary>Cheap check before the database is asked.</summary>
    public static bool LooksLikeToken(string? token) =>
        token is { Length: TokenLength }
        && token.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}

public readonly record struct JpPaperId(Guid Value) : ITypedId<JpPaperId>
{
    public static JpPaperId From(Guid value) => new(value);

    public static JpPaperId New() => new(Guid.CreateVersion7());
}

/// <summary>All that stands on the paper, as it was on that day.</summary>
/// <param name="Earned">All lesson hours of the year.</param>
/// <param name="Counted">Those that count towards the target.</param>
/// <param name="MadeOn">The day of the paper, where it shows the state of an earlier one.</param>
public sealed record JpPaperContent(
    string Institution,
    string Centre,
    string Name,
    string NumberKind,
    string Number,
    string Position,
    string Unit,
    int Year,
    DateOnly On,
    int Earned,
    int Counted,
    int? Minimum,
    int? Maximum,
    IReadOnlyList<JpPaperLine> Lines,
    DateOnly? MadeOn = null
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static JpPaperContent FromJson(string json) =>
        JsonSerializer.Deserialize<JpPaperContent>(json, Json)
        ?? throw new InvalidDataException("A statement without content.");
}

/// <param name="Note">Why an entry was taken back.</param>
public sealed record JpPaperLine(
    DateOnly OccurredOn,
    string Title,
    string? Form,
    LedgerEntryKind Kind,
    int Jp,
    string? Note
);
