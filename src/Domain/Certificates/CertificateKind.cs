namespace Pionir.Domain.Certificates;

/// <summary>What a certificate is given for; each kind has its own numbers.</summary>
public enum CertificateKind
{
    /// <summary>A training run by the centre itself.</summary>
    Training,

    /// <summary>A training that a unit ran and the centre approved.</summary>
    UnitReport,
}

public enum CertificateStatus
{
    Issued,
    Revoked,

    /// <summary>A newer version of the same certificate stands in its place.</summary>
    Replaced,
}

/// <summary>Why a certificate was revoked, as far as the public may know.</summary>
public enum RevocationClass
{
    /// <summary>It said something wrong.</summary>
    Mistake,

    /// <summary>Its holder turned out not to have met the conditions.</summary>
    NotEligible,

    /// <summary>It was obtained or altered dishonestly.</summary>
    Misuse,

    /// <summary>The training itself was annulled.</summary>
    TrainingAnnulled,

    /// <summary>The training was opened again, and by the corrected results its holder did not pass.</summary>
    ResultCorrected,
}
