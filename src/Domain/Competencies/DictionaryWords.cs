namespace Pionir.Domain.Competencies;

/// <summary>Where a version of a dictionary stands on its way to everybody.</summary>
public enum DictionaryState
{
    Draft,
    InVerification,
    Validated,
    SubmittedToMinister,
    Approved,

    /// <summary>The decree is signed; the content no longer changes.</summary>
    Enacted,
    Published,

    /// <summary>A newer version is published; standards and assessments made on this one stay readable.</summary>
    Superseded,
    Withdrawn,
}

/// <summary>Kinds of competency (PermenPANRB 38/2017).</summary>
public enum CompetencyKind
{
    /// <summary>Technical, for every position of the unit.</summary>
    Generic,

    /// <summary>Technical, for certain positions.</summary>
    Specific,
    Managerial,
    Sociocultural,
}
