using FluentValidation;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

/// <summary>One session as it is entered; times are local to the training's time zone.</summary>
public sealed record SessionFields
{
    public required DateOnly Date { get; init; }

    /// <summary>For example 08:00.</summary>
    public required TimeOnly Start { get; init; }

    /// <summary>Later on the same day.</summary>
    public required TimeOnly End { get; init; }
    public SessionMode Mode { get; init; }
    public required string Subject { get; init; }
    public string? Room { get; init; }
    public string? OnlineLink { get; init; }
    public IReadOnlyList<InstructorFields>? Instructors { get; init; }

    internal SessionPlan ToPlan(IReadOnlyDictionary<EmployeeId, string> names) =>
        new(Date, Start, End, Mode, Subject)
        {
            Room = Room,
            OnlineLink = OnlineLink,
            Instructors = [.. (Instructors ?? []).Select(instructor => instructor.ToPlan(names))],
        };
}

/// <summary>An employee by id, or a person from outside by name.</summary>
public sealed record InstructorFields(Guid? EmployeeId, string? Name, string? Institution)
{
    /// <summary>An employee's name is HR's, whatever was typed.</summary>
    internal InstructorPlan ToPlan(IReadOnlyDictionary<EmployeeId, string> names) =>
        EmployeeId is { } id
            ? new InstructorPlan(new EmployeeId(id), names[new EmployeeId(id)], null)
            : new InstructorPlan(null, Name ?? "", Institution);
}

internal sealed class SessionFieldsValidator : AbstractValidator<SessionFields>
{
    public SessionFieldsValidator()
    {
        RuleFor(fields => fields.Subject).NotEmpty().MaximumLength(Session.SubjectMaximum);
        RuleFor(fields => fields.Mode).IsInEnum();
        RuleFor(fields => fields.Room).MaximumLength(Session.RoomMaximum);
        RuleFor(fields => fields.OnlineLink).MaximumLength(Training.LinkMaximum);
        RuleFor(fields => fields.OnlineLink).Must(WebAddress.IsOne).WithErrorCode("field.web_address");
        RuleForEach(fields => fields.Instructors)
            .NotNull()
            .ChildRules(instructor =>
            {
                instructor.RuleFor(one => one.Name).MaximumLength(SessionInstructor.NameMaximum);
                instructor.RuleFor(one => one.Institution).MaximumLength(SessionInstructor.InstitutionMaximum);
            });
    }
}
