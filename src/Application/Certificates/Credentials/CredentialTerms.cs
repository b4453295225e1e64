namespace Pionir.Application.Certificates.Credentials;

/// <summary>
/// What the terms of our credentials mean in RDF, as the two contexts say that every credential names. A verifier reads
/// the contexts; we know them, because we write nothing else than what stands here.
/// </summary>
internal static class CredentialTerms
{
    public const string CredentialsContext = "https://www.w3.org/ns/credentials/v2";
    public const string OpenBadgesContext = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    private const string Credentials = "https://www.w3.org/2018/credentials#";
    private const string Security = "https://w3id.org/security#";
    private const string Status = "https://www.w3.org/ns/credentials/status#";
    private const string Badges = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#";
    private const string Schema = "https://schema.org/";
    private const string Instant = "http://www.w3.org/2001/XMLSchema#dateTime";

    /// <summary>Open Badges writes the addresses of these types with https, and so must we.</summary>
    private const string BadgeTypes = "https://www.w3.org/2001/XMLSchema#";

    public static readonly IReadOnlyDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["VerifiableCredential"] = Credentials + "VerifiableCredential",
        ["OpenBadgeCredential"] = Badges + "OpenBadgeCredential",
        ["BitstringStatusListCredential"] = Status + "BitstringStatusListCredential",
        ["BitstringStatusList"] = Status + "BitstringStatusList",
        ["BitstringStatusListEntry"] = Status + "BitstringStatusListEntry",
        ["DataIntegrityProof"] = Security + "DataIntegrityProof",
        ["Profile"] = Badges + "Profile",
        ["Achievement"] = Badges + "Achievement",
        ["AchievementSubject"] = Badges + "AchievementSubject",
        ["Alignment"] = Schema + "AlignmentObject",
        ["Criteria"] = Badges + "Criteria",
        ["IdentityObject"] = Badges + "IdentityObject",
        ["Result"] = Badges + "Result",
        ["ResultDescription"] = Badges + "ResultDescription",
    };

    public static readonly IReadOnlyDictionary<string, CredentialTerm> Properties = new Dictionary<
        string,
        CredentialTerm
    >
    {
        ["name"] = new(Schema + "name"),
        ["description"] = new(Schema + "description"),
        ["inLanguage"] = new(Schema + "inLanguage"),
        ["issuer"] = CredentialTerm.Reference(Credentials + "issuer"),
        ["credentialSubject"] = CredentialTerm.Reference(Credentials + "credentialSubject"),
        ["credentialStatus"] = CredentialTerm.Reference(Credentials + "credentialStatus"),
        ["validFrom"] = new(Credentials + "validFrom", Instant),
        ["statusPurpose"] = new(Status + "statusPurpose"),
        ["statusListIndex"] = new(Status + "statusListIndex"),
        ["statusListCredential"] = CredentialTerm.Reference(Status + "statusListCredential"),
        ["encodedList"] = new(Status + "encodedList", Security + "multibase"),
        ["created"] = new("http://purl.org/dc/terms/created", Instant),
        ["cryptosuite"] = new(Security + "cryptosuite", Security + "cryptosuiteString"),
        ["proofPurpose"] = CredentialTerm.Word(Security + "proofPurpose", Security),
        ["verificationMethod"] = CredentialTerm.Reference(Security + "verificationMethod"),
        ["identifier"] = CredentialTerm.Reference(Badges + "identifier"),
        ["hashed"] = new(Badges + "hashed", BadgeTypes + "boolean"),
        ["identityHash"] = new(Badges + "identityHash"),
        ["identityType"] = new(Badges + "identityType"),
        ["salt"] = new(Badges + "salt"),
        ["activityStartDate"] = new(Badges + "activityStartDate", BadgeTypes + "date"),
        ["activityEndDate"] = new(Badges + "activityEndDate", BadgeTypes + "date"),
        ["achievement"] = CredentialTerm.Reference(Badges + "achievement"),
        ["achievementType"] = new(Badges + "achievementType"),
        ["humanCode"] = new(Badges + "humanCode"),
        ["criteria"] = CredentialTerm.Reference(Badges + "Criteria"),
        ["narrative"] = new(Badges + "narrative"),
        ["alignment"] = CredentialTerm.Reference(Badges + "alignment"),
        ["targetCode"] = new(Badges + "targetCode"),
        ["targetFramework"] = new(Schema + "targetFramework"),
        ["targetName"] = new(Schema + "targetName"),
        ["targetUrl"] = new(Schema + "targetUrl", BadgeTypes + "anyURI"),
        ["result"] = CredentialTerm.Reference(Badges + "result"),
        ["value"] = new(Schema + "value"),
    };

    /// <summary>The one term that means different things: a node within an achievement, an address within a result.</summary>
    public static CredentialTerm ResultDescription(bool inResult) =>
        inResult
            ? new CredentialTerm(Badges + "resultDescription", BadgeTypes + "anyURI")
            : CredentialTerm.Reference(Badges + "resultDescription");

    public static readonly CredentialTerm ResultType = new(Badges + "resultType");
}

/// <param name="Type">Of the text; null for plain text.</param>
/// <param name="IsReference">A text is the address of a thing, not a text.</param>
/// <param name="Vocabulary">What a word is put behind to become such an address.</param>
internal sealed record CredentialTerm(
    string Predicate,
    string? Type = null,
    bool IsReference = false,
    string Vocabulary = ""
)
{
    public static CredentialTerm Reference(string predicate) => new(predicate, IsReference: true);

    public static CredentialTerm Word(string predicate, string vocabulary) =>
        new(predicate, IsReference: true, Vocabulary: vocabulary);
}
