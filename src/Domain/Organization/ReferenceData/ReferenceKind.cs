namespace Pionir.Domain.Organization.ReferenceData;

/// <summary>The tables that an institution keeps for itself.</summary>
public enum ReferenceKind
{
    /// <summary>Forms of development: SIASN's 25 and formal education.</summary>
    DevelopmentForms,

    /// <summary>How a form turns into JP; the code is that of the form.</summary>
    JpRules,

    /// <summary>JP to reach in a year; the code is the employment type.</summary>
    JpTargets,

    /// <summary>Names of the five levels of a competency; the code is the level.</summary>
    CompetencyLevels,

    /// <summary>Band of levels that a rank asks for.</summary>
    RequiredCompetencyLevels,

    JobFamilies,

    /// <summary>Groups inside the centre that own trainings.</summary>
    WorkingGroups,

    DocumentKinds,

    /// <summary>Documents that a training needs for a move, by scheme; the code is scheme.move.document.</summary>
    RequiredDocuments,

    /// <summary>Reasons to choose from when something is refused, withdrawn or revoked.</summary>
    Reasons,
}
