using System.Collections.Frozen;
using Pionir.Domain.Common;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization.ReferenceData;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Organization;

/// <summary>All reference items at one moment, read by kind, code and day.</summary>
public sealed class ReferenceBook(IEnumerable<ReferenceEntry> entries)
{
    private readonly FrozenDictionary<Guid, ReferenceEntry> byId = entries.ToFrozenDictionary(entry => entry.Id);

    private readonly FrozenDictionary<(ReferenceKind Kind, string Code), ReferenceEntry[]> byCode = entries
        .GroupBy(entry => (entry.Kind, entry.Code))
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private readonly ILookup<ReferenceKind, ReferenceEntry> byKind = entries
        .OrderBy(entry => entry.Position)
        .ThenBy(entry => entry.Code, StringComparer.Ordinal)
        .ToLookup(entry => entry.Kind);

    public ReferenceEntry? Find(Guid id) => byId.GetValueOrDefault(id);

    public ReferenceEntry? Find(ReferenceKind kind, string code, DateOnly on) =>
        Array.Find(Of(kind, code), entry => entry.HoldsOn(on));

    public IReadOnlyList<ReferenceEntry> All(ReferenceKind kind, DateOnly on) =>
        [.. byKind[kind].Where(entry => entry.HoldsOn(on))];

    /// <summary>Of all days, past and to come too.</summary>
    public IEnumerable<ReferenceEntry> All(ReferenceKind kind) => byKind[kind];

    public bool Has(ReferenceKind kind, string code) => byCode.ContainsKey((kind, code));

    /// <summary>The name of a code on a day, and of its last item when none holds then: old records keep their words.</summary>
    public LocalText NameOf(ReferenceKind kind, string code, DateOnly on) =>
        (Find(kind, code, on) ?? Of(kind, code).MaxBy(entry => entry.ValidFrom))?.Name ?? new(code, code);

    public IReadOnlyList<DevelopmentForm> DevelopmentForms(DateOnly on) =>
        [.. All(ReferenceKind.DevelopmentForms, on).Select(DevelopmentForm.From)];

    public DevelopmentForm? FormOf(string code, DateOnly on) =>
        Find(ReferenceKind.DevelopmentForms, code, on) is { } found ? DevelopmentForm.From(found) : null;

    /// <summary>The rule of a form; a form without one counts by the minutes of its sessions.</summary>
    public JpRule RuleOf(string formCode, DateOnly on) =>
        Find(ReferenceKind.JpRules, formCode, on)?.ToJpRule() ?? JpRule.Minutes;

    /// <param name="employmentType">pns, cpns, pppk, tni, polri or other; case does not matter.</param>
    public YearTarget TargetOf(string employmentType, DateOnly on) =>
        Find(ReferenceKind.JpTargets, employmentType.ToLowerInvariant(), on)?.ToYearTarget() ?? YearTarget.None;

    public IReadOnlyList<CompetencyLevelName> CompetencyLevels(DateOnly on) =>
        [.. All(ReferenceKind.CompetencyLevels, on).Select(CompetencyLevelName.From).OrderBy(level => level.Level)];

    /// <summary>Which documents a training needs for which move, by scheme.</summary>
    public DocumentRequirements RequiredDocuments(DateOnly on) =>
        new([.. All(ReferenceKind.RequiredDocuments, on).Select(entry => entry.ToDocumentRequirement())]);

    public IReadOnlyList<ReferenceEntry> Reasons(string catalogue, DateOnly on) =>
        [.. All(ReferenceKind.Reasons, on).Where(entry => entry.Values.Text("catalogue") == catalogue)];

    private ReferenceEntry[] Of(ReferenceKind kind, string code) => byCode.GetValueOrDefault((kind, code), []);
}

/// <summary>One reference item as readers see it.</summary>
/// <param name="Revision">Grows with each correction; what is calculated with the item keeps id and revision.</param>
public sealed record ReferenceEntry(
    Guid Id,
    ReferenceKind Kind,
    string Code,
    LocalText Name,
    ReferenceValues Values,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string? Citation,
    bool Confirmed,
    int Position,
    int Revision
)
{
    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);

    public static ReferenceEntry From(ReferenceItem item) =>
        new(
            item.Id.Value,
            item.Kind,
            item.Code,
            item.Name,
            item.Values,
            item.ValidFrom,
            item.ValidTo,
            item.Citation,
            item.Confirmed,
            item.Position,
            item.Revision
        );
}
