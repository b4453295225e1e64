using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;

namespace Pionir.Infrastructure.Organization;

internal sealed class EmployeeSearcher(IDatabase database, NameWords nameWords, FirstHits firstHits) : IEmployeeSearch
{
    // With fewer hits than this, words that only look alike are tried too.
    private const int Enough = 5;

    // Fewer last digits than these are those of everybody.
    private const int FewestLastDigits = 4;

    // Among so few people every name can be read.
    private const int FewPeople = 20_000;

    // So few digits are the first ones of too many people to look them all up beside a name.
    private const int FewDigits = 8;

    public async Task<EmployeesFound> FindAsync(
        IQueryable<Employee> among,
        string question,
        int? most,
        CancellationToken cancellationToken
    )
    {
        var (numbers, words) = Split(question);
        if (words.Length > 0)
        {
            return await NamedAsync(numbers.Aggregate(among, WithNumber), words, most, cancellationToken);
        }
        return numbers.Count > 0
            ? await NumberedAsync(numbers.Skip(1).Aggregate(among, WithNumber), numbers[0], most, cancellationToken)
            : new EmployeesFound(among.Where(_ => false), AtLeast: false);
    }

    /// <summary>
    /// Who bears these very words comes before who bears words that begin with them or hold them: among millions there
    /// are more of the latter than are looked at.
    /// </summary>
    private async Task<EmployeesFound> NamedAsync(
        IQueryable<Employee> among,
        string[] words,
        int? most,
        CancellationToken cancellationToken
    )
    {
        var known = await nameWords.FindAsync(words, cancellationToken);
        var exact = Matching(among, words.Select(word => new[] { word }));
        var close = Matching(among, known.Select(word => word.Close));
        var similar = Matching(among, known.Select(word => word.Similar));
        List<IQueryable<Employee>> ways = most is null ? [close] : [exact, close];
        var (found, all) = await firstHits.ByWordsAsync(ways, most ?? Enough, cancellationToken);
        var complete = known.All(word => word.All);
        if (!complete && found.Count < most && await among.Take(FewPeople).CountAsync(cancellationToken) < FewPeople)
        {
            // Of very many words some stand for all, which need not be those that the few people of a unit bear.
            ways.Add(Beginning(among, words));
            (found, all) = await firstHits.ByWordsAsync(ways, most.Value, cancellationToken);
            complete = true;
        }
        var mistyped = found.Count < Enough;
        if (mistyped && most is { } limit)
        {
            (found, all) = await firstHits.ByWordsAsync([.. ways, similar], limit, cancellationToken);
        }
        var hits =
            most is not null ? Those(among, found)
            : mistyped ? similar
            : close;
        var best = known.SelectMany(word => word.Close).Distinct().ToArray();
        var sorted = hits.OrderByDescending(employee => words.All(word => employee.SearchWords.Contains(word)));
        if (mistyped)
        {
            sorted = sorted.ThenByDescending(employee => employee.SearchWords.Any(word => best.Contains(word)));
        }
        return new EmployeesFound(
            sorted.ThenBy(employee => employee.Name).ThenBy(employee => employee.Id),
            AtLeast: !all || !complete
        );
    }

    /// <summary>Who has a number that begins so and, behind those, whose number ends so.</summary>
    private async Task<EmployeesFound> NumberedAsync(
        IQueryable<Employee> among,
        string number,
        int? most,
        CancellationToken cancellationToken
    )
    {
        List<IQueryable<EmployeeNumber>> ways =
            number.Length < FewestLastDigits ? [Beginning(number)] : [Beginning(number), Ending(number)];
        if (most is { } limit)
        {
            var owners = ways.Select(numbers =>
                from one in numbers
                join employee in among on one.EmployeeId equals employee.Id
                select employee
            );
            var (found, all) = await firstHits.ByNumberAsync([.. owners], limit, cancellationToken);
            return new EmployeesFound(ByName(Those(among, found)), AtLeast: !all);
        }
        var bearers = ways.Aggregate((numbers, more) => numbers.Concat(more)).Select(one => one.EmployeeId);
        return new EmployeesFound(ByName(among.Where(employee => bearers.Contains(employee.Id))), AtLeast: false);
    }

    private IQueryable<Employee> WithNumber(IQueryable<Employee> among, string number)
    {
        if (number.Length < FewDigits)
        {
            return among.Where(employee => employee.Number.StartsWith(number));
        }
        var owners = Beginning(number).Select(known => known.EmployeeId);
        return among.Where(employee => owners.Contains(employee.Id));
    }

    /// <summary>A range instead of LIKE, whose pattern known only at run time would read every number there is.</summary>
    private IQueryable<EmployeeNumber> Beginning(string number)
    {
        // The colon follows the 9.
        var behind = number + ":";
        return database
            .Set<EmployeeNumber>()
            .FromSql($"SELECT * FROM employee_numbers WHERE number >= {number} AND number < {behind}");
    }

    private IQueryable<EmployeeNumber> Ending(string number)
    {
        var turned = new string([.. number.Reverse()]);
        var behind = turned + ":";
        return database
            .Set<EmployeeNumber>()
            .FromSql(
                $"SELECT * FROM employee_numbers WHERE reverse(number) >= {turned} AND reverse(number) < {behind}"
            );
    }

    private static IQueryable<Employee> Those(IQueryable<Employee> among, List<EmployeeId> found) =>
        among.Where(employee => found.Contains(employee.Id));

    private static IQueryable<Employee> ByName(IQueryable<Employee> among) =>
        among.OrderBy(employee => employee.Name).ThenBy(employee => employee.Id);

    private static IQueryable<Employee> Matching(IQueryable<Employee> among, IEnumerable<string[]> groups) =>
        groups.Aggregate(
            among,
            (found, group) => found.Where(employee => employee.SearchWords.Any(word => group.Contains(word)))
        );

#pragma warning disable CA1310 // Becomes LIKE in SQL.
    private static IQueryable<Employee> Beginning(IQueryable<Employee> among, string[] words) =>
        words.Aggregate(
            among,
            (found, asked) => found.Where(employee => employee.SearchWords.Any(word => word.StartsWith(asked)))
        );
#pragma warning restore CA1310

    /// <summary>Digits are a number; letters are a name.</summary>
    private static (List<string> Numbers, string[] Words) Split(string question)
    {
        var joined = EmployeeSearch.Ungrouped(question);
        if (joined.Length > 0 && joined.All(char.IsAsciiDigit))
        {
            return ([joined], []);
        }
        var parts = question.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var numbers = parts.Where(part => part.Length >= 4 && part.All(char.IsAsciiDigit)).ToList();
        return (numbers, PersonName.AskedWords(string.Join(' ', parts.Except(numbers))));
    }
}
