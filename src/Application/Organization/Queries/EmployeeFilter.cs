using FluentValidation;
using Pionir.Domain.Organization.Employees;

namespace Pionir.Application.Organization.Queries;

/// <summary>Which people, in which order.</summary>
/// <param name="Question">Parts of the name, or the first or last digits of a number.</param>
/// <param name="Unit">A unit and everything below it.</param>
/// <param name="Active">In service today; null is everybody.</param>
/// <param name="Sort">name, number or unit; a minus before it turns the order. With a question and no sort the best match comes first.</param>
/// <param name="Team">Only who reports directly to whoever asks.</param>
public sealed record EmployeeFilter(
    string? Question,
    Guid? Unit,
    EmploymentType? EmploymentType,
    bool? Active,
    bool Team,
    string? Sort
);

public sealed class EmployeeFilterValidator : AbstractValidator<EmployeeFilter>
{
    public EmployeeFilterValidator()
    {
        RuleFor(filter => filter.Question).MaximumLength(EmployeeSearch.QuestionMaximum);
        RuleFor(filter => filter.EmploymentType).IsInEnum();
    }
}
