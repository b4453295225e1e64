using Pionir.Domain.Organization.Employees;

namespace Pionir.Application.Organization;

/// <summary>Finds people by parts of the name or the beginning of a number, tolerant of typing errors and titles.</summary>
public interface IEmployeeSearch
{
    /// <summary>
    /// The people meant, best first and equal ones by name, so that nobody changes places from page to page.
    /// </summary>
    /// <param name="among">Those who come into question: filters and scope are applied before the search.</param>
    /// <param name="most">
    /// Looks at no more than so many of them, the first by name: a common name among millions costs no more than a rare
    /// one. Null looks at all.
    /// </param>
    Task<IQueryable<Employee>> FindAsync(
        IQueryable<Employee> among,
        string question,
        int? most,
        CancellationToken cancellationToken
    );
}

public static class EmployeeSearch
{
    public const int Most = 2_000;
    public const int QuestionMaximum = 200;
}
