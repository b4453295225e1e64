using Pionir.Application.Common;
using Pionir.Domain.Certificates;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Certificates.Issuing;

/// <summary>Freezes what a certificate says, from training, participant, institution and signer of the day.</summary>
internal sealed class SnapshotMaker(ICertificateRenderer renderer) : IApplicationPart
{
    public const int NameMaximum = HolderName.Maximum;

    public static SnapshotHolder HolderOf(CertificateCandidate candidate) =>
        new(
            Clean(candidate.Name),
            candidate.IdentityLabel,
            candidate.IdentityNumber,
            candidate.Position,
            Clean(candidate.Affiliation)
        );

    public static SnapshotTraining TrainingOf(CertifiableTraining training) =>
        new(
            training.Code,
            Clean(training.Name),
            training.Batch,
            training.StartsOn,
            training.EndsOn,
            Clean(training.Place),
            training.Jp,
            [.. training.Subjects.Select(subject => new SnapshotSubject(Clean(subject.Name), subject.Jp))]
        )
        {
            Competencies = training.Competencies.Count == 0 ? null : [.. training.Competencies.Select(CompetencyOf)],
        };

    private static SnapshotCompetency CompetencyOf(CertifiableCompetency competency) =>
        new(
            competency.Dictionary,
            competency.Version,
            Clean(competency.Framework),
            competency.Code,
            Clean(competency.Name),
            competency.Level
        );

    public static SnapshotIssuer IssuerOf(InstitutionSettings settings) =>
        new(settings.Name, settings.Terms.Centre.Id, settings.Address, settings.LogoHash);

    public static CertificateSnapshot Make(
        string number,
        string baseAddress,
        SnapshotIssuer issuer,
        SnapshotHolder holder,
        SnapshotTraining training,
        SnapshotSigner signer,
        DateOnly issuedOn,
        string issuedAt
    )
    {
        var token = CertificateToken.NewVerification();
        return new CertificateSnapshot
        {
            Number = number,
            Token = token,
            VerificationAddress = $"{baseAddress.TrimEnd('/')}/v/{token}",
            Issuer = issuer,
            Holder = holder,
            Training = training,
            Signer = signer,
            IssuedOn = issuedOn,
            IssuedAt = issuedAt,
            FileForm = CertificateSnapshot.NewestFileForm,
        };
    }

    /// <summary>What stands against printing this name; null when nothing does.</summary>
    public Domain.Common.Error? ProblemOf(string name)
    {
        var clean = Clean(name);
        if (clean.Length == 0)
            return CertificateErrors.NameMissing();
        var missing = renderer.MissingLetters(clean);
        return missing.Length > 0 ? CertificateErrors.GlyphsMissing(missing) : null;
    }

    /// <summary>Without line breaks, control characters and marks that turn the direction of writing.</summary>
    public static string Clean(string text)
    {
        var kept = string.Concat(
            text.Select(letter => char.IsWhiteSpace(letter) ? ' ' : letter)
                .Where(letter =>
                    !char.IsControl(letter)
                    && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.Format
                )
        );
        var clean = string.Join(' ', kept.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return clean.Length > NameMaximum ? clean[..NameMaximum] : clean;
    }
}
