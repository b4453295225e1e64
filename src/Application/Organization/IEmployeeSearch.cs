using Pionir.Domain.Organization.Employees;

namespace Pionir.Application.Organization;

/// <summary>Finds people by parts of the name or the beginning of a number, tolerant of typing errors and titles.</summary>
public interface IEmployeeSearch
{
    /// <summary>
    /// The people meant, best first. Looks at no more than <see cref="EmployeeSearch.Most"/> of them, so that a common
    /// name among millions costs no more than a rare one.
    /// </summary>
    /// <param name="among">Those who come into question: filters and scope are applied before the search.</param>
    Task<IQueryable<Employee>> FindAsync(
        IQueryable<Employee> among,
        string question,
        CancellationToken cancellationToken
    );
}

public static class EmployeeSearch
{
    public const int Most = 2_000;
    public const int QuestionMaximum = 200;
}
