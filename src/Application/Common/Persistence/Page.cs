namespace Pionir.Application.Common.Persistence;

/// <summary>One page of a list.</summary>
/// <param name="Items">The rows of this page.</param>
/// <param name="Total">Rows in the whole filtered list.</param>
/// <param name="Number">This page, from 1.</param>
/// <param name="Size">Rows asked for on a page: 1 to 100.</param>
/// <param name="AtLeast">There may be more than the total: a search that finds very many stops there.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, int Number, int Size, bool AtLeast = false);

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Size">1 to 100.</param>
public readonly record struct PageRequest(int Number, int Size)
{
    public const int DefaultSize = 25;
    public const int MaximumSize = 100;

    public int Skip => (Number - 1) * Size;

    /// <summary>Anything out of range becomes the nearest allowed value: a shared link never breaks.</summary>
    public static PageRequest From(int? number, int? size) =>
        new(Math.Clamp(number ?? 1, 1, 1_000_000), Math.Clamp(size ?? DefaultSize, 1, MaximumSize));
}
