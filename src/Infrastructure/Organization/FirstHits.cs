using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;

namespace Pionir.Infrastructure.Organization;

/// <summary>
/// The first hits of a search, wherever they stand: to collect and sort all two million who match would take seconds.
/// Found once, for the page and for the total, and the same ones on every page as long as nobody comes or goes.
/// </summary>
internal sealed class FirstHits(IDatabase database)
{
    // One plan for all questions read a million people for a name that forty have, so each is planned for itself; and
    // never one that reads everybody in the hope that enough of them match soon.
    private const string EachForItself =
        "SET LOCAL plan_cache_mode = force_custom_plan; SET LOCAL enable_seqscan = off; SET LOCAL max_parallel_workers_per_gather = 0";

    // Words are found through lists of who bears them, and who comes into question through such a list of a unit.
    private const string ThroughLists = EachForItself + "; SET LOCAL enable_indexscan = off";

    private const string AsBefore = """
        SET LOCAL plan_cache_mode TO DEFAULT; SET LOCAL enable_seqscan TO DEFAULT;
        SET LOCAL max_parallel_workers_per_gather TO DEFAULT; SET LOCAL enable_indexscan TO DEFAULT
        """;

    public Task<(List<EmployeeId> People, bool All)> ByWordsAsync(
        IReadOnlyList<IQueryable<Employee>> ways,
        int most,
        CancellationToken cancellationToken
    ) => FindAsync(ThroughLists, ways, most, cancellationToken);

    public Task<(List<EmployeeId> People, bool All)> ByNumberAsync(
        IReadOnlyList<IQueryable<Employee>> ways,
        int most,
        CancellationToken cancellationToken
    ) => FindAsync(EachForItself, ways, most, cancellationToken);

    private async Task<(List<EmployeeId> People, bool All)> FindAsync(
        string planning,
        IReadOnlyList<IQueryable<Employee>> ways,
        int most,
        CancellationToken cancellationToken
    )
    {
        await using var own = database.Database.CurrentTransaction is null
            ? await database.Database.BeginTransactionAsync(cancellationToken)
            : null;
        await database.Database.ExecuteSqlRawAsync(planning, cancellationToken);
        List<EmployeeId> found = [];
        var all = true;
        foreach (var way in ways)
        {
            if (found.Count < most)
            {
                var more = await way.Select(employee => employee.Id).Take(most).ToListAsync(cancellationToken);
                var both = found.Union(more).ToList();
                all = more.Count < most && both.Count <= most;
                found = [.. both.Take(most)];
            }
        }
        await database.Database.ExecuteSqlRawAsync(AsBefore, cancellationToken);
        return (found, all);
    }
}
