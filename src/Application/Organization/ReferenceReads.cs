using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Organization;

/// <param name="Cluster">klasikal or nonklasikal.</param>
/// <param name="SiasnCode">SIASN's jenisDiklat; none for formal education.</param>
/// <param name="CertificateLetter">SIASN's letter of the certificate.</param>
public sealed record DevelopmentForm(
    string Code,
    LocalText Name,
    string Cluster,
    string? SiasnCode,
    string? CertificateLetter,
    bool FormalEducation
)
{
    public static DevelopmentForm From(ReferenceEntry entry) =>
        new(
            entry.Code,
            entry.Name,
            entry.Values.Text("cluster")!,
            entry.Values.Text("siasnCode"),
            entry.Values.Text("certificateLetter"),
            entry.Values.Flag("formalEducation")
        );
}

/// <summary>How a form of development turns into JP (Peraturan LAN 10/2018, Lampiran II).</summary>
/// <param name="ItemId">With <paramref name="Revision"/>: the version of the rule that a ledger entry keeps.</param>
/// <param name="Basis">minutes, programme, activity or meeting.</param>
/// <param name="Jp">JP of one activity or meeting.</param>
/// <param name="Cap">Most that counts in a period.</param>
/// <param name="InternationalJp">JP of one activity abroad.</param>
/// <param name="InternationalFactor">What JP abroad are multiplied by, rounded down.</param>
public sealed record JpRule(
    Guid ItemId,
    int Revision,
    string FormCode,
    string Basis,
    int? Jp,
    JpCap? Cap,
    int? InternationalJp,
    decimal? InternationalFactor,
    string? Citation,
    bool Confirmed
)
{
    public static JpRule From(ReferenceEntry entry) =>
        new(
            entry.Id,
            entry.Revision,
            entry.Code,
            entry.Values.Text("basis")!,
            entry.Values.WholeNumber("jp"),
            entry.Values.WholeNumber("capCount") is { } count
                ? new JpCap(count, entry.Values.Text("capUnit")!, entry.Values.Text("capPeriod")!)
                : null,
            entry.Values.WholeNumber("internationalJp"),
            entry.Values.Number("internationalFactor"),
            entry.Citation,
            entry.Confirmed
        );
}

/// <param name="Unit">jp or meetings.</param>
/// <param name="Period">day, month or year.</param>
public sealed record JpCap(int Count, string Unit, string Period);

/// <param name="MinimumJp">JP to reach in a year (PNS: 20).</param>
/// <param name="MaximumJp">JP that count at most in a year (PPPK: 24).</param>
public sealed record JpTarget(
    Guid ItemId,
    int Revision,
    string EmploymentType,
    int? MinimumJp,
    int? MaximumJp,
    string? Citation,
    bool Confirmed
)
{
    public static JpTarget From(ReferenceEntry entry) =>
        new(
            entry.Id,
            entry.Revision,
            entry.Code,
            entry.Values.WholeNumber("minimumJp"),
            entry.Values.WholeNumber("maximumJp"),
            entry.Citation,
            entry.Confirmed
        );
}

/// <param name="Level">1 to 5.</param>
public sealed record CompetencyLevelName(int Level, LocalText Name)
{
    public static CompetencyLevelName From(ReferenceEntry entry) =>
        new(entry.Values.WholeNumber("level")!.Value, entry.Name);
}

/// <param name="DocumentKind">Code among the document kinds.</param>
public sealed record RequiredDocument(string Scheme, string Move, string DocumentKind)
{
    public static RequiredDocument From(ReferenceEntry entry) =>
        new(entry.Values.Text("scheme")!, entry.Values.Text("move")!, entry.Values.Text("documentKind")!);
}
