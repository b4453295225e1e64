using System.Text.RegularExpressions;
using Pionir.Domain.Common;

namespace Pionir.Domain.Competencies;

/// <summary>
/// One version of a competency dictionary with everything in it. What is published never changes: a change is a new
/// version, and the drafter never publishes.
/// </summary>
public sealed partial class DictionaryVersion : AggregateRoot<DictionaryVersionId>
{
    public const int CodeMaximum = 60;
    public const int TitleMaximum = 300;
    public const int SourceMaximum = 1000;
    public const int CompetenciesMaximum = 2000;
    public const int DecreeMaximum = 200;

    private readonly List<CompetencyEntry> competencies = [];

    private DictionaryVersion() { }

    /// <summary>Stable word for the dictionary through all versions; part of its public address.</summary>
    public string Code { get; private set; } = "";

    /// <summary>1, 2, 3 … within the code.</summary>
    public int Number { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>The publication or decision the content comes from.</summary>
    public string Source { get; private set; } = "";
    public int? Year { get; private set; }
    public DictionaryState State { get; private set; }
    public IReadOnlyList<CompetencyEntry> Competencies => competencies;

    public Guid DraftedBy { get; private set; }
    public string DraftedByName { get; private set; } = "";
    public DateTimeOffset DraftedAt { get; private set; }

    /// <summary>Number and date of the decree that enacts it.</summary>
    public string? DecreeNumber { get; private set; }
    public DateOnly? DecreeDate { get; private set; }
    public Guid? PublishedBy { get; private set; }
    public string? PublishedByName { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <param name="previous">The latest version of the same code: competencies keep their identity by code, then by title.</param>
    public static Result<DictionaryVersion> Draft(
        string code,
        DictionaryDraft draft,
        DictionaryVersion? previous,
        Actor drafter,
        DateTimeOffset now
    )
    {
        var broken = DictionaryRules.Errors(draft);
        if (!CodeShape().IsMatch(code) || code.Length > CodeMaximum)
            broken.Add(DictionaryErrors.CodeInvalid(code));
        if (broken.Count > 0)
            return Result<DictionaryVersion>.Failure(broken);
        var version = new DictionaryVersion
        {
            Id = DictionaryVersionId.New(),
            Code = code,
            Number = (previous?.Number ?? 0) + 1,
            Title = draft.Title.Trim(),
            Source = draft.Source.Trim(),
            Year = draft.Year,
            State = DictionaryState.Draft,
            DraftedBy = drafter.UserId,
            DraftedByName = drafter.Name,
            DraftedAt = now,
        };
        version.competencies.AddRange(
            draft.Competencies.Select(
                (competency, position) => new CompetencyEntry(competency, position, IdentityOf(competency, previous))
            )
        );
        return version;
    }

    private static CompetencyId IdentityOf(CompetencyDraft competency, DictionaryVersion? previous) =>
        (
            previous?.competencies.Find(known => known.Code == competency.Code)
            ?? previous?.competencies.Find(known =>
                string.Equals(known.Title, competency.Title, StringComparison.OrdinalIgnoreCase)
            )
        )?.CompetencyId
        ?? CompetencyId.New();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex CodeShape();
}
