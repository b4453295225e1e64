using static Pionir.Domain.Organization.ReferenceData.ReferenceFieldType;

namespace Pionir.Domain.Organization.ReferenceData;

/// <summary>Which values each kind has. A kind without values has names only.</summary>
public static class ReferenceShape
{
    public static readonly IReadOnlyList<string> Schemes = ["selfManaged", "contracted", "sentOut"];
    public static readonly IReadOnlyList<string> Moves = ["submit", "approve", "open", "start", "complete", "close"];

    public static readonly IReadOnlyList<string> EmploymentTypes = ["pns", "cpns", "pppk", "tni", "polri", "other"];

    public static readonly IReadOnlyList<string> DocumentKinds =
    [
        "tor",
        "memo",
        "offerLetter",
        "assignmentLetter",
        "invitation",
        "participantConfirmation",
        "attendanceList",
        "evaluationReport",
        "contract",
        "externalCertificates",
        "minutes",
        "flyer",
        "curriculum",
        "other",
    ];

    public static readonly IReadOnlyList<string> ReasonCatalogues =
    [
        "trainingReturn",
        "trainingCancellation",
        "participantRejection",
        "participantWithdrawal",
        "participationDecline",
        "attendanceCorrection",
        "certificateRevocation",
        "jpReversal",
    ];

    private static readonly Dictionary<ReferenceKind, IReadOnlyList<ReferenceField>> Shapes = new()
    {
        [ReferenceKind.DevelopmentForms] =
        [
            new("cluster", Choice, Required: true, Choices: ["klasikal", "nonklasikal"]),
            new("siasnCode", Text, Length: 10),
            new("certificateLetter", Text, Length: 1),
            new("formalEducation", Flag),
        ],
        [ReferenceKind.JpRules] =
        [
            new("basis", Choice, Required: true, Choices: ["byMinutes", "byProgramme", "perActivity", "perMeeting"]),
            new("jp", WholeNumber, Minimum: 1, Maximum: 1000),
            new("capPerDay", WholeNumber, Minimum: 1, Maximum: 24),
            new("meetingsPerMonth", WholeNumber, Minimum: 1, Maximum: 31),
            new("internationalJp", WholeNumber, Minimum: 1, Maximum: 1000),
            new("internationalPercent", WholeNumber, Minimum: 1, Maximum: 400),
        ],
        [ReferenceKind.JpTargets] =
        [
            new("minimumJp", WholeNumber, Minimum: 1, Maximum: 1000),
            new("maximumJp", WholeNumber, Minimum: 1, Maximum: 1000),
        ],
        [ReferenceKind.CompetencyLevels] =
        [
            new("level", WholeNumber, Required: true, Minimum: 1, Maximum: 5),
            new("bloom", Text),
        ],
        [ReferenceKind.RequiredCompetencyLevels] =
        [
            new("family", Text, Required: true),
            new("rank", Text, Required: true),
            new("minimum", WholeNumber, Required: true, Minimum: 1, Maximum: 5),
            new("maximum", WholeNumber, Required: true, Minimum: 1, Maximum: 5),
            new("mostly", WholeNumbers, Minimum: 1, Maximum: 5),
        ],
        [ReferenceKind.JobFamilies] = [],
        [ReferenceKind.WorkingGroups] = [new("shortName", Text, Length: 30)],
        [ReferenceKind.DocumentKinds] = [],
        [ReferenceKind.RequiredDocuments] =
        [
            new("scheme", Choice, Required: true, Choices: Schemes),
            new("move", Choice, Required: true, Choices: Moves),
            new("documentKind", Reference, Required: true, RefersTo: ReferenceKind.DocumentKinds),
        ],
        [ReferenceKind.Reasons] = [new("catalogue", Choice, Required: true, Choices: ReasonCatalogues)],
    };

    /// <summary>
    /// The codes a kind can have where the product itself acts on them; its names, values and days are still the
    /// institution's. Null where codes are free.
    /// </summary>
    public static IReadOnlyList<string>? CodesOf(ReferenceKind kind) =>
        kind switch
        {
            ReferenceKind.JpTargets => EmploymentTypes,
            ReferenceKind.CompetencyLevels => ["1", "2", "3", "4", "5"],
            ReferenceKind.DocumentKinds => DocumentKinds,
            _ => null,
        };

    /// <summary>Kinds whose items rest on a regulation or study; the others are the institution's own choice.</summary>
    public static bool RestsOnSource(ReferenceKind kind) =>
        kind
            is ReferenceKind.DevelopmentForms
                or ReferenceKind.JpRules
                or ReferenceKind.JpTargets
                or ReferenceKind.CompetencyLevels
                or ReferenceKind.RequiredCompetencyLevels
                or ReferenceKind.RequiredDocuments;

    public static IReadOnlyList<ReferenceField> Of(ReferenceKind kind) => Shapes[kind];
}
