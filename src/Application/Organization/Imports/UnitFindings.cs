using System.Globalization;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Imports;
using Pionir.Domain.Organization.Units;

namespace Pionir.Application.Organization.Imports;

/// <summary>Judges rows of units against the tree as it is and as it would be.</summary>
internal sealed class UnitFindings
{
    private readonly Dictionary<string, Unit> known;
    private readonly Dictionary<UnitId, string> codes;
    private readonly Dictionary<string, StagedUnit> good;
    private readonly Dictionary<string, int> firstWith = [];
    private readonly HashSet<string> looping = [];
    private readonly HashSet<string> tooDeep = [];

    public UnitFindings(IReadOnlyList<StagedUnit> rows, IReadOnlyCollection<Unit> units)
    {
        known = units.ToDictionary(unit => unit.Code);
        codes = units.ToDictionary(unit => unit.Id, unit => unit.Code);
        good = rows.Where(row => row.Errors.Count == 0).DistinctBy(row => row.Code).ToDictionary(row => row.Code);
        RemoveMisplaced();
    }

    public IEnumerable<Finding> Judge(IReadOnlyList<StagedUnit> rows) => rows.Select(Judge);

    private Finding Judge(StagedUnit row)
    {
        var errors = Errors(row);
        var unit = known.GetValueOrDefault(row.Code);
        if (errors.Count > 0)
        {
            return new Finding(row.Number, RowOutcome.Wrong, errors, [], unit?.Id.Value, null);
        }
        var parent = row.ParentCode is null ? (UnitId?)null : IdOf(row.ParentCode);
        if (unit is null)
        {
            return new Finding(row.Number, RowOutcome.New, [], [], row.NewId, parent);
        }
        var differences = Differences(unit, row);
        return new Finding(row.Number, Outcome(unit, row, differences), [], differences, unit.Id.Value, parent);
    }

    private static RowOutcome Outcome(Unit unit, StagedUnit row, List<Difference> differences) =>
        differences.Count == 0 ? RowOutcome.Unchanged
        : row.ActiveTo is not null && unit.ActiveTo is null ? RowOutcome.Leaving
        : RowOutcome.Changed;

    private List<string> Errors(StagedUnit row)
    {
        var errors = row.Errors.ToList();
        if (errors.Count == 0 && firstWith.TryGetValue(row.Code, out var first) && first != row.Number)
        {
            errors.Add(ImportRowErrors.CodeDuplicate);
        }
        else if (errors.Count == 0 && !good.ContainsKey(row.Code))
        {
            errors.Add(
                tooDeep.Contains(row.Code) ? ImportRowErrors.ParentCodeTooDeep
                : Reachable(row.ParentCode!) ? ImportRowErrors.ParentCodeCycle
                : ImportRowErrors.ParentCodeUnknown
            );
        }
        return errors;
    }

    private bool Reachable(string parentCode) => looping.Contains(parentCode) || known.ContainsKey(parentCode);

    /// <summary>
    /// A unit is rooted when the way up, as the file would make it, ends at a root. What is left names a parent that
    /// nobody knows, runs in a circle, or lies too deep: pages and scopes go through the tree level by level.
    /// </summary>
    private void RemoveMisplaced()
    {
        foreach (var row in good.Values)
        {
            firstWith[row.Code] = row.Number;
        }
        var depths = new Dictionary<string, int?>();
        foreach (var code in good.Keys.ToList())
        {
            switch (DepthOf(code, depths))
            {
                case null:
                    good.Remove(code);
                    break;
                case > Unit.LevelsMaximum:
                    tooDeep.Add(code);
                    good.Remove(code);
                    break;
            }
        }
    }

    /// <returns>1 for a root; null without a way to one.</returns>
    private int? DepthOf(string start, Dictionary<string, int?> depths)
    {
        var path = new Stack<string>();
        var passed = new HashSet<string>();
        var code = start;
        int? depth;
        while (true)
        {
            if (depths.TryGetValue(code, out depth))
            {
                break;
            }
            if (!passed.Add(code))
            {
                looping.UnionWith(passed);
                depth = null;
                break;
            }
            path.Push(code);
            var exists = good.TryGetValue(code, out var row) | known.TryGetValue(code, out var unit);
            var parent = row is not null ? row.ParentCode : ParentOf(unit);
            // The end of the way: a root, or a name that nobody has.
            if (!exists || parent is null)
            {
                depth = exists ? 0 : null;
                break;
            }
            code = parent;
        }
        while (path.TryPop(out var below))
        {
            depths[below] = ++depth;
        }
        return depth;
    }

    private string? ParentOf(Unit? unit) => unit?.ParentId is { } id ? codes.GetValueOrDefault(id) : null;

    private UnitId IdOf(string code) => known.TryGetValue(code, out var unit) ? unit.Id : new UnitId(good[code].NewId);

    private List<Difference> Differences(Unit unit, StagedUnit row)
    {
        var differences = new List<Difference>();
        Compare("name", unit.Name, row.Name);
        Compare("kind", unit.Kind, row.Kind);
        Compare("parent", ParentOf(unit), row.ParentCode);
        Compare("activeTo", Day(unit.ActiveTo), Day(row.ActiveTo));
        return differences;

        void Compare(string field, string? before, string? after)
        {
            if (before != after)
            {
                differences.Add(new Difference(field, before, after));
            }
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
