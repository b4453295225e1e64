using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.Employees;

public static class EmployeeErrors
{
    public static Error NotFound() => Error.NotFound("employee.not_found");

    public static Error MergeWithItself() => Error.Rule("employee.merge_with_itself");

    public static Error AlreadyMerged() => Error.Conflict("employee.already_merged");

    /// <summary>Two birth dates cannot be one person; HR corrects its record first.</summary>
    public static Error MergeOfDifferentPeople() => Error.Rule("employee.merge_of_different_people");
}
