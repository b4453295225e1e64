using Pionir.Domain.Organization.Employees;

namespace Pionir.Application.Organization;

/// <summary>Finds people by parts of the name or by the first or last digits of a number, tolerant of typing errors and titles.</summary>
public interface IEmployeeSearch
{
    /// <summary>
    /// The people meant, best first and equal ones by name, so that nobody changes places from page to page.
    /// </summary>
    /// <param name="among">Those who come into question: filters and scope are applied before the search.</param>
    /// <param name="most">
    /// Looks at no more than so many of them, whoever is found first: a common name among millions costs no more than a
    /// rare one. Null looks at all.
    /// </param>
    Task<EmployeesFound> FindAsync(
        IQueryable<Employee> among,
        string question,
        int? most,
        CancellationToken cancellationToken
    );
}

/// <param name="People">In the order in which they are shown.</param>
/// <param name="AtLeast">There are or may be more.</param>
public sealed record EmployeesFound(IQueryable<Employee> People, bool AtLeast);

public static class EmployeeSearch
{
    /// <summary>More than anybody pages through; who finds so many is asked to say more.</summary>
    public const int Most = 1_000;
    public const int QuestionMaximum = 200;

    /// <summary>A number may be typed in groups, as the page writes it (19850101 200501 1 001); other words stay.</summary>
    public static string Ungrouped(string question)
    {
        var joined = new string([.. question.Where(letter => letter is not (' ' or '.' or '-'))]);
        return joined.Length > 0 && joined.All(char.IsAsciiDigit) ? joined : question;
    }
}
