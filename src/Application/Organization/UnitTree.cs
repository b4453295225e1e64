using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Units;

namespace Pionir.Application.Organization;

/// <summary>A read-only tree with the questions that scopes and pages ask of it.</summary>
public sealed class UnitTree
{
    private readonly Dictionary<UnitId, UnitNode> nodes;
    private readonly ILookup<UnitId, UnitNode> children;

    /// <param name="units">In any order; a parent that is not among them makes its child a root.</param>
    public UnitTree(IReadOnlyCollection<UnitNode> units)
    {
        nodes = units.ToDictionary(unit => unit.Id);
        children = units
            .Where(unit => unit.ParentId is { } parent && nodes.ContainsKey(parent))
            .OrderBy(unit => unit.Name, StringComparer.Ordinal)
            .ToLookup(unit => unit.ParentId!.Value);
        Roots = [.. units.Where(IsRoot).OrderBy(unit => unit.Name, StringComparer.Ordinal)];
    }

    public IReadOnlyList<UnitNode> Roots { get; }

    public IReadOnlyCollection<UnitNode> All => nodes.Values;

    public UnitNode? Find(UnitId id) => nodes.GetValueOrDefault(id);

    public IEnumerable<UnitNode> ChildrenOf(UnitId id) => children[id];

    /// <summary>These units and everything below them.</summary>
    public IReadOnlySet<Guid> WithDescendants(params IEnumerable<UnitId> ids)
    {
        var found = new HashSet<Guid>();
        var waiting = new Stack<UnitId>(ids);
        while (waiting.TryPop(out var id))
        {
            // A set, because the asked-for units may lie below each other.
            if (!found.Add(id.Value))
            {
                continue;
            }
            foreach (var child in children[id])
            {
                waiting.Push(child.Id);
            }
        }
        return found;
    }

    /// <summary>From the root down to the unit itself: the breadcrumb.</summary>
    public IReadOnlyList<UnitNode> PathTo(UnitId id)
    {
        var path = new List<UnitNode>();
        for (var node = Find(id); node is not null && path.Count < Unit.LevelsMaximum; node = ParentOf(node))
        {
            path.Insert(0, node);
        }
        return path;
    }

    private UnitNode? ParentOf(UnitNode node) => node.ParentId is { } parent ? Find(parent) : null;

    private bool IsRoot(UnitNode unit) => unit.ParentId is not { } parent || !nodes.ContainsKey(parent);
}
