using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Pionir.Application.Common.Persistence;

public static class Paging
{
    /// <summary>The rows of a page and the number of all rows, in one statement.</summary>
    public static async Task<(IReadOnlyList<TRow> Rows, int Total)> ToPageAsync<T, TRow>(
        this IQueryable<T> sorted,
        PageRequest page,
        Expression<Func<T, TRow>> row,
        CancellationToken cancellationToken
    )
    {
        var found = await sorted
            .Skip(page.Skip)
            .Take(page.Size)
            .Select(row)
            .Select(one => new { Row = one, Total = sorted.Count() })
            .ToListAsync(cancellationToken);
        var total =
            found.Count > 0 || page.Skip == 0
                ? found.FirstOrDefault()?.Total ?? 0
                // A page behind the last one has no row to tell.
                : await sorted.CountAsync(cancellationToken);
        return ([.. found.Select(one => one.Row)], total);
    }
}
