using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pionir.Domain.Certificates;

/// <summary>
/// Everything that stands on a certificate, as it was on the day of issue. The paper is made from this alone, so that
/// it looks the same for ever, whatever becomes of names, units and signers.
/// </summary>
public sealed record CertificateSnapshot
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public required string Number { get; init; }

    /// <summary>Reads the public verification page; stands in the QR code.</summary>
    public required string Token { get; init; }

    /// <summary>Whole address behind the QR code.</summary>
    public required string VerificationAddress { get; init; }

    public required SnapshotIssuer Issuer { get; init; }
    public required SnapshotHolder Holder { get; init; }
    public required SnapshotTraining Training { get; init; }
    public required SnapshotSigner Signer { get; init; }
    public required DateOnly IssuedOn { get; init; }

    /// <summary>City named before the date.</summary>
    public required string IssuedAt { get; init; }

    /// <summary>1 for the first, one more for each replacement.</summary>
    public int Edition { get; init; } = 1;

    /// <summary>Number of the certificate that this one replaces.</summary>
    public string? Replaces { get; init; }

    /// <summary>
    /// How the file is written, so that papers given out before it was changed stay as they are, byte for byte. Null: every
    /// object by itself. 2: small objects packed together, the credential attached.
    /// </summary>
    public int? FileForm { get; init; }

    /// <summary>Its paper has the machine-readable twin as attachment.</summary>
    [JsonIgnore]
    public bool CarriesCredential => FileForm >= NewestFileForm;

    public const int NewestFileForm = 2;

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static CertificateSnapshot FromJson(string json) =>
        JsonSerializer.Deserialize<CertificateSnapshot>(json, Json)
        ?? throw new InvalidDataException("A certificate without a snapshot.");

    /// <summary>The part about the training alone, as it stands in the JSON of a snapshot.</summary>
    public static SnapshotTraining TrainingFromJson(string json) =>
        JsonSerializer.Deserialize<SnapshotTraining>(json, Json)
        ?? throw new InvalidDataException("A certificate without a training.");

    /// <summary>SHA-256 of the exact stored text and the template it is printed with.</summary>
    public static byte[] HashOf(string json, string templateVersion) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{templateVersion}\n{json}"));
}

/// <param name="Centre">The part of the institution that trains, as letters name it.</param>
/// <param name="LogoHash">Content hash of the logo in the file store, when one is set.</param>
public sealed record SnapshotIssuer(string Institution, string Centre, string Address, string? LogoHash = null);

public sealed record SnapshotHolder(
    string Name,
    string? IdentityLabel,
    string? IdentityNumber,
    string? Position,
    string Affiliation
)
{
    /// <summary>An officer wrote the name by hand; null where it is as the institution's data had it.</summary>
    public bool? NameCorrected { get; init; }
}

public sealed record SnapshotTraining(
    string Code,
    string Name,
    string? Batch,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string Place,
    int Jp,
    IReadOnlyList<SnapshotSubject> Subjects
)
{
    /// <summary>
    /// What the training develops, as the dictionary of that day worded it; not printed, but said to machines. Null where
    /// it was not kept yet.
    /// </summary>
    public IReadOnlyList<SnapshotCompetency>? Competencies { get; init; }

    /// <summary>What this says otherwise than <paramref name="other"/>.</summary>
    public IReadOnlyList<PrintedFact> DifferencesFrom(SnapshotTraining other)
    {
        (PrintedFact Fact, bool Same)[] facts =
        [
            (PrintedFact.Code, Code == other.Code),
            (PrintedFact.Title, Name == other.Name),
            (PrintedFact.Batch, Batch == other.Batch),
            (PrintedFact.Dates, (StartsOn, EndsOn) == (other.StartsOn, other.EndsOn)),
            (PrintedFact.Place, Place == other.Place),
            (PrintedFact.Jp, Jp == other.Jp),
            (PrintedFact.Subjects, Subjects.SequenceEqual(other.Subjects)),
        ];
        return [.. facts.Where(fact => !fact.Same).Select(fact => fact.Fact)];
    }
}

/// <summary>What a certificate says of its training.</summary>
public enum PrintedFact
{
    Code,
    Title,
    Batch,
    Dates,
    Place,
    Jp,
    Subjects,
}

public sealed record SnapshotSubject(string Name, int Jp);

/// <param name="Dictionary">Code of the dictionary; with version, code and level it is the address of the level.</param>
/// <param name="Framework">Title of the dictionary.</param>
public sealed record SnapshotCompetency(
    string Dictionary,
    int Version,
    string Framework,
    string Code,
    string Name,
    int Level
);

/// <param name="Capacity">Such as "Plt." or "a.n."; empty for the office's holder.</param>
public sealed record SnapshotSigner(string Name, string Title, string? Capacity = null, string? IdentityNumber = null);
