using Pionir.Domain.Common;

namespace Pionir.Domain.Competencies;

/// <summary>A competency as one version of a dictionary words it, with its five levels.</summary>
public sealed class CompetencyEntry : Entity<CompetencyEntryId>
{
    public const int CodeMaximum = 20;
    public const int TitleMaximum = 300;
    public const int GroupMaximum = 200;
    public const int DescriptionMaximum = 4000;

    private readonly List<CompetencyLevel> levels = [];

    private CompetencyEntry() { }

    internal CompetencyEntry(CompetencyDraft draft, int position, CompetencyId identity)
    {
        Id = CompetencyEntryId.New();
        CompetencyId = identity;
        Number = draft.Number;
        Code = draft.Code;
        Kind = draft.Kind;
        Group = draft.Group;
        Title = draft.Title;
        Description = draft.Description;
        Position = position;
        levels.AddRange(draft.Levels.Select(level => new CompetencyLevel(level)));
    }

    /// <summary>The same through all versions.</summary>
    public CompetencyId CompetencyId { get; private set; }

    /// <summary>Number within the source, kept for the way back out.</summary>
    public int Number { get; private set; }
    public string Code { get; private set; } = "";
    public CompetencyKind Kind { get; private set; }

    /// <summary>Branch of the dictionary's tree, parts separated by <c>/</c>; empty when it has none.</summary>
    public string Group { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Description { get; private set; } = "";
    public int Position { get; private set; }
    public IReadOnlyList<CompetencyLevel> Levels => levels;
}

/// <summary>One of the five levels of a competency.</summary>
public sealed class CompetencyLevel : Entity<CompetencyLevelId>
{
    public const int DescriptionMaximum = 2000;

    private readonly List<Indicator> indicators = [];

    private CompetencyLevel() { }

    internal CompetencyLevel(LevelDraft draft)
    {
        Id = CompetencyLevelId.New();
        Level = draft.Level;
        Description = draft.Description;
        indicators.AddRange(draft.Indicators.Select((text, position) => new Indicator(text, position)));
    }

    /// <summary>1 to 5; the names are reference data.</summary>
    public int Level { get; private set; }
    public string Description { get; private set; } = "";
    public IReadOnlyList<Indicator> Indicators => indicators;
}

/// <summary>Behaviour by which a level is recognised; instruments of assessment are made of them.</summary>
public sealed class Indicator : Entity<IndicatorId>
{
    public const int TextMaximum = 1000;

    private Indicator() { }

    internal Indicator(string text, int position)
    {
        Id = IndicatorId.New();
        Text = text;
        Position = position;
    }

    public string Text { get; private set; } = "";
    public int Position { get; private set; }
}
