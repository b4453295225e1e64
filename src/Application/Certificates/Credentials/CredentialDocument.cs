using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates.Credentials;

/// <summary>
/// The machine-readable twin of a certificate: an Open Badges 3.0 credential, written from the frozen snapshot alone. The
/// wording is Indonesian, as on the paper.
/// </summary>
internal static class CredentialDocument
{
    /// <summary>Changes whenever the text below does: what was signed in an earlier wording must be written in it again.</summary>
    public const string Format = "ob3-1";

    public static JsonObject Of(CredentialMatter matter, StatusPlace place)
    {
        var content = matter.Content;
        var addresses = CredentialAddresses.Of(content);
        return new JsonObject
        {
            ["@context"] = Contexts(),
            ["id"] = addresses.Credential(content.Token),
            ["type"] = new JsonArray("VerifiableCredential", "OpenBadgeCredential"),
            ["name"] = content.Training.Name,
            ["issuer"] = new JsonObject
            {
                ["id"] = addresses.Issuer,
                ["type"] = new JsonArray("Profile"),
                ["name"] = content.Issuer.Institution,
            },
            ["validFrom"] = DataIntegrity.Instant(matter.IssuedAt),
            ["credentialSubject"] = Subject(content, $"urn:uuid:{matter.SourceId}", addresses),
            ["credentialStatus"] = new JsonObject
            {
                ["id"] = $"{addresses.StatusList(place.List)}#{place.Index}",
                ["type"] = "BitstringStatusListEntry",
                ["statusPurpose"] = "revocation",
                ["statusListIndex"] = $"{place.Index}",
                ["statusListCredential"] = addresses.StatusList(place.List),
            },
        };
    }

    public static JsonArray Contexts() => [CredentialTerms.CredentialsContext, CredentialTerms.OpenBadgesContext];

    private static JsonObject Subject(CertificateSnapshot content, string achievement, CredentialAddresses addresses) =>
        new()
        {
            ["type"] = new JsonArray("AchievementSubject"),
            ["identifier"] = new JsonArray(Holder(content)),
            ["activityStartDate"] = Day(content.Training.StartsOn),
            ["activityEndDate"] = Day(content.Training.EndsOn),
            ["achievement"] = Achievement(content, achievement, addresses),
            ["result"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = new JsonArray("Result"),
                    ["resultDescription"] = $"{achievement}#jp",
                    ["value"] = $"{content.Training.Jp}",
                }
            ),
        };

    /// <summary>
    /// The name, hashed. Not the NIP: it is made of dates and a short serial number, so whoever has its hash and salt has it
    /// within seconds.
    /// </summary>
    private static JsonObject Holder(CertificateSnapshot content)
    {
        var salt = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"salt of {content.Token}")).AsSpan(0, 16)
        );
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(content.Holder.Name + salt));
        return new JsonObject
        {
            ["type"] = "IdentityObject",
            ["hashed"] = true,
            ["identityHash"] = $"sha256${Convert.ToHexStringLower(hash)}",
            ["identityType"] = "name",
            ["salt"] = salt,
        };
    }

    private static JsonObject Achievement(CertificateSnapshot content, string id, CredentialAddresses addresses)
    {
        var training = content.Training;
        var achievement = new JsonObject
        {
            ["id"] = id,
            ["type"] = new JsonArray("Achievement"),
            ["achievementType"] = "CertificateOfCompletion",
            ["inLanguage"] = "id",
            ["humanCode"] = training.Code,
            ["name"] = training.Name,
            ["description"] = $"Lulus {Full(training)}, {training.Jp} jam pelajaran (JP).",
            ["criteria"] = new JsonObject { ["narrative"] = Criteria(content) },
            ["resultDescription"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = $"{id}#jp",
                    ["type"] = new JsonArray("ResultDescription"),
                    ["name"] = "Jam pelajaran (JP), masing-masing 45 menit",
                    ["resultType"] = "ext:LessonHours",
                }
            ),
        };
        if (training.Competencies is { Count: > 0 } competencies)
        {
            achievement["alignment"] = new JsonArray([
                .. competencies.Distinct().Select(one => Alignment(one, addresses)),
            ]);
        }
        return achievement;
    }

    private static string Full(SnapshotTraining training) =>
        string.IsNullOrEmpty(training.Batch) ? training.Name : $"{training.Name} angkatan {training.Batch}";

    private static string Criteria(CertificateSnapshot content)
    {
        var training = content.Training;
        var place = training.Place.Length > 0 ? $" di {training.Place}" : "";
        var subjects = string.Join("; ", training.Subjects.Select(subject => $"{subject.Name} ({subject.Jp} JP)"));
        return $"Mengikuti {Full(training)} ({training.Code}) pada {Date(training.StartsOn)} sampai dengan "
            + $"{Date(training.EndsOn)}{place}, {training.Jp} jam pelajaran (JP), dan dinyatakan lulus oleh "
            + $"{content.Issuer.Centre}.{(subjects.Length > 0 ? $" Mata pelajaran: {subjects}." : "")}";
    }

    private static JsonObject Alignment(SnapshotCompetency competency, CredentialAddresses addresses) =>
        new()
        {
            ["type"] = new JsonArray("Alignment"),
            ["targetName"] = $"{competency.Name}, tingkat {competency.Level}",
            ["targetUrl"] = addresses.Level(competency),
            ["targetCode"] = $"{competency.Code}/{competency.Level}",
            ["targetFramework"] = competency.Framework,
        };

    private static string Day(DateOnly day) => $"{Date(day)}T00:00:00Z";

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
