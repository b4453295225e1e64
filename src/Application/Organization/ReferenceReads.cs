using Pionir.Domain.Common;

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

/// <param name="Level">1 to 5.</param>
public sealed record CompetencyLevelName(int Level, LocalText Name)
{
    public static CompetencyLevelName From(ReferenceEntry entry) =>
        new(entry.Values.WholeNumber("level")!.Value, entry.Name);
}
