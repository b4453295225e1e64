namespace Pionir.Domain.Competencies;

/// <summary>The content of a dictionary before it is one: as a file or an editor gives it.</summary>
public sealed record DictionaryDraft(
    string Title,
    string Source,
    int? Year,
    IReadOnlyList<CompetencyDraft> Competencies
);

public sealed record CompetencyDraft(
    int Number,
    string Code,
    CompetencyKind Kind,
    string Group,
    string Title,
    string Description,
    IReadOnlyList<LevelDraft> Levels
);

public sealed record LevelDraft(int Level, string Description, IReadOnlyList<string> Indicators);
