using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;

namespace Pionir.Infrastructure.Organization;

internal sealed class EmployeeSearcher(IDatabase database, NameWords nameWords) : IEmployeeSearch
{
    // With fewer hits than this, words that only look alike are tried too.
    private const int Enough = 5;

    public async Task<IQueryable<Employee>> FindAsync(
        IQueryable<Employee> among,
        string question,
        int? most,
        CancellationToken cancellationToken
    )
    {
        var (numbers, words) = Split(question);
        foreach (var number in numbers)
        {
            among = WithNumber(among, number);
        }
        if (words.Length == 0)
        {
            var byName = ByName(among);
            return numbers.Count == 0 ? among.Where(_ => false)
                : most is { } count ? byName.Take(count)
                : byName;
        }
        var known = await nameWords.FindAsync(words, cancellationToken);
        var wide = Matching(among, known.Select(word => word.Close).ToList());
        var found = await FirstAsync(wide, most ?? Enough, cancellationToken);
        if (found.Count < Enough)
        {
            wide = Matching(among, known.Select(word => word.Similar).ToList());
            found = most is { } some ? await FirstAsync(wide, some, cancellationToken) : found;
        }
        var best = known.SelectMany(word => word.Close).Distinct().ToArray();
        return (most is null ? wide : Those(among, found))
            .OrderByDescending(employee => words.All(word => employee.SearchWords.Contains(word)))
            .ThenByDescending(employee => employee.SearchWords.Any(word => best.Contains(word)))
            .ThenBy(employee => employee.Name)
            .ThenBy(employee => employee.Id);
    }

    /// <summary>
    /// The same ones on every page: what is cut off is cut off by name. Found once, for the page and for the total. Whether
    /// to collect all who match or to walk along the names until enough do depends on how many bear these very words: one
    /// plan for all questions read a million people for a name that forty have.
    /// </summary>
    private async Task<List<EmployeeId>> FirstAsync(
        IQueryable<Employee> among,
        int most,
        CancellationToken cancellationToken
    )
    {
        await using var own = database.Database.CurrentTransaction is null
            ? await database.Database.BeginTransactionAsync(cancellationToken)
            : null;
        // Neighbours by name lie anywhere in the table: the walk is as dear as the setting assumes of any disk.
        await database.Database.ExecuteSqlRawAsync(
            "SET LOCAL plan_cache_mode = force_custom_plan; SET LOCAL random_page_cost = 4",
            cancellationToken
        );
        var first = await ByName(among).Take(most).Select(employee => employee.Id).ToListAsync(cancellationToken);
        await database.Database.ExecuteSqlRawAsync(
            "SET LOCAL plan_cache_mode TO DEFAULT; SET LOCAL random_page_cost TO DEFAULT",
            cancellationToken
        );
        return first;
    }

    private static IQueryable<Employee> Those(IQueryable<Employee> among, List<EmployeeId> found) =>
        among.Where(employee => found.Contains(employee.Id));

    private static IQueryable<Employee> ByName(IQueryable<Employee> among) =>
        among.OrderBy(employee => employee.Name).ThenBy(employee => employee.Id);

    /// <summary>A range instead of LIKE, whose pattern known only at run time would read every number there is.</summary>
    private IQueryable<Employee> WithNumber(IQueryable<Employee> among, string number)
    {
        // The colon follows the 9.
        var behind = number + ":";
        var owners = database
            .Set<EmployeeNumber>()
            .FromSql($"SELECT * FROM employee_numbers WHERE number ~>=~ {number} AND number ~<~ {behind}");
        return among.Where(employee => owners.Select(known => known.EmployeeId).Contains(employee.Id));
    }

    private static IQueryable<Employee> Matching(IQueryable<Employee> among, List<string[]> groups) =>
        groups.Aggregate(
            among,
            (found, group) => found.Where(employee => employee.SearchWords.Any(word => group.Contains(word)))
        );

    /// <summary>A number may be typed in groups (19850101 200501 1 001); letters are a name.</summary>
    private static (List<string> Numbers, string[] Words) Split(string question)
    {
        var joined = new string([.. question.Where(letter => letter is not (' ' or '.' or '-'))]);
        if (joined.Length > 0 && joined.All(char.IsAsciiDigit))
        {
            return ([joined], []);
        }
        var parts = question.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var numbers = parts.Where(part => part.Length >= 4 && part.All(char.IsAsciiDigit)).ToList();
        return (numbers, PersonName.AskedWords(string.Join(' ', parts.Except(numbers))));
    }
}
