using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
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
            return numbers.Count == 0 ? among.Where(_ => false) : First(among, most);
        }
        var known = await nameWords.FindAsync(words, cancellationToken);
        var close = Matching(among, known.Select(word => word.Close).ToList());
        // As many as are looked at anyway: for a handful the planner would rather walk through the table than use the
        // index, and for a rare name that is the whole table.
        var hits = await close.Take(EmployeeSearch.Most).CountAsync(cancellationToken);
        var wide = hits >= Enough ? close : Matching(among, known.Select(word => word.Similar).ToList());
        var best = known.SelectMany(word => word.Close).Distinct().ToArray();
        return First(wide, most)
            .OrderByDescending(employee => words.All(word => employee.SearchWords.Contains(word)))
            .ThenByDescending(employee => employee.SearchWords.Any(word => best.Contains(word)))
            .ThenBy(employee => employee.Name)
            .ThenBy(employee => employee.Id);
    }

    /// <summary>The same ones on every page: what is cut off is cut off by name.</summary>
    private static IQueryable<Employee> First(IQueryable<Employee> among, int? most)
    {
        var byName = among.OrderBy(employee => employee.Name).ThenBy(employee => employee.Id);
        return most is { } count ? byName.Take(count) : byName;
    }

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
