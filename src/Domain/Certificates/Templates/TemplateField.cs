using System.Collections.Frozen;
using System.Globalization;
using Pionir.Domain.Certificates.Wording;
using Pionir.Domain.Common;

namespace Pionir.Domain.Certificates.Templates;

/// <summary>Something that differs from certificate to certificate, and the ways in which it can be written.</summary>
/// <param name="Name">As it stands between braces.</param>
/// <param name="Formats">The first one is meant when none is named.</param>
public sealed record TemplateField(string Name, IReadOnlyList<string> Formats)
{
    private const string AsIs = "as-is";
    private static readonly string[] Words = [AsIs, "upper"];
    private static readonly string[] People = [AsIs, "title", "upper", "plain"];
    private static readonly string[] Days =
    [
        "long",
        "weekday",
        "words",
        "numeric",
        "day",
        "month",
        "roman-month",
        "year",
    ];
    private static readonly string[] Identities = ["grouped", "plain"];

    public static readonly IReadOnlyList<TemplateField> All =
    [
        new("name", People),
        new("identity", Identities),
        new("identity-label", [AsIs]),
        new("position", Words),
        new("affiliation", Words),
        new("training", Words),
        new("code", [AsIs]),
        new("batch", ["label", AsIs, "number", "roman", "ordinal", "ordinal-words"]),
        new("dates", ["range"]),
        new("starts", Days),
        new("ends", Days),
        new("place", Words),
        new("jp", ["number", "words"]),
        new("number", [AsIs]),
        new("issued", Days),
        new("issued-at", Words),
        new("signer", People),
        new("signer-title", Words),
        new("signer-identity", Identities),
        new("institution", Words),
        new("centre", Words),
        new("address", [AsIs]),
        new("verification-address", [AsIs]),
        new("replaces", [AsIs]),
    ];

    private static readonly FrozenDictionary<string, TemplateField> ByName = All.ToFrozenDictionary(field =>
        field.Name
    );

    /// <summary>Differs from paper to paper also within one training.</summary>
    public bool IsOfOnePaper =>
        Name
            is "name"
                or "identity"
                or "identity-label"
                or "position"
                or "affiliation"
                or "number"
                or "verification-address"
                or "replaces";

    public static TemplateField? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Empty when this certificate has no such thing, such as the identity number of an external.</summary>
    /// <param name="dots">Thousands have a dot.</param>
    public string Print(CertificateSnapshot snapshot, string format, bool dots)
    {
        var (holder, training, signer) = (snapshot.Holder, snapshot.Training, snapshot.Signer);
        return Name switch
        {
            "name" => Person(holder.Name, format),
            "identity" => Identity(holder.IdentityNumber, format),
            "identity-label" => holder.IdentityNumber is null ? "" : holder.IdentityLabel ?? "",
            "position" => Cased(holder.Position, format),
            "affiliation" => Cased(holder.Affiliation, format),
            "training" => Cased(training.Name, format),
            "code" => training.Code,
            "batch" => Batch(training.Batch, format),
            "dates" => IndonesianWords.Dates(training.StartsOn, training.EndsOn),
            "starts" => Day(training.StartsOn, format),
            "ends" => Day(training.EndsOn, format),
            "place" => Cased(training.Place, format),
            "jp" => format == "words" ? IndonesianNumber.Words(training.Jp)
            : dots ? IndonesianNumber.Digits(training.Jp)
            : Digits(training.Jp),
            "number" => snapshot.Number,
            "issued" => Day(snapshot.IssuedOn, format),
            "issued-at" => Cased(snapshot.IssuedAt, format),
            "signer" => Person(signer.Name, format),
            "signer-title" => Cased($"{signer.Capacity} {signer.Title}".Trim(), format),
            "signer-identity" => Identity(signer.IdentityNumber, format),
            "institution" => Cased(snapshot.Issuer.Institution, format),
            "centre" => Cased(snapshot.Issuer.Centre, format),
            "address" => snapshot.Issuer.Address,
            "verification-address" => snapshot.VerificationAddress,
            "replaces" => snapshot.Replaces ?? "",
            _ => throw new InvalidOperationException($"The field {Name} cannot be printed."),
        };
    }

    private static string Person(string name, string format) =>
        format switch
        {
            "title" => PersonName.Title(name),
            "upper" => PersonName.Capitals(name),
            "plain" => PersonName.Bare(name),
            _ => name,
        };

    private static string Cased(string? text, string format) =>
        format == "upper" ? (text ?? "").ToUpperInvariant() : text ?? "";

    private static string Identity(string? number, string format) =>
        number is null ? ""
        : format == "plain" ? number
        : IndonesianWords.Identity(number);

    private static string Batch(string? batch, string format)
    {
        if (string.IsNullOrWhiteSpace(batch))
            return "";
        if (format == "label")
            return IndonesianWords.Batch(batch);
        var bare = batch.StartsWith("Angkatan", StringComparison.OrdinalIgnoreCase) ? batch[8..].Trim() : batch.Trim();
        // A batch can have a name instead of a number; then the name stands for every way to write it.
        if (format == AsIs || IndonesianNumber.Read(bare) is not { } number)
            return bare;
        return format switch
        {
            "roman" when number is > 0 and < 4000 => Roman.Of(number),
            "ordinal" => $"ke-{Digits(number)}",
            "ordinal-words" => IndonesianNumber.Ordinal(number),
            _ => Digits(number),
        };
    }

    private static string Day(DateOnly day, string format) =>
        format switch
        {
            "weekday" => $"{IndonesianWords.Weekday(day)}, {IndonesianWords.Date(day)}",
            "words" =>
                $"{IndonesianNumber.Words(day.Day)} {IndonesianWords.Month(day)} {IndonesianNumber.Words(day.Year)}",
            "numeric" => day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture),
            "day" => Digits(day.Day),
            "month" => IndonesianWords.Month(day),
            "roman-month" => Roman.Of(day.Month),
            "year" => Digits(day.Year),
            _ => IndonesianWords.Date(day),
        };

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
