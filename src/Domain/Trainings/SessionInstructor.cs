using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Trainings;

/// <summary>Who teaches a session.</summary>
public sealed class SessionInstructor
{
    public const int NameMaximum = 200;
    public const int InstitutionMaximum = 200;

    private SessionInstructor() { }

    internal SessionInstructor(SessionId session, InstructorPlan plan)
    {
        Id = Guid.CreateVersion7();
        SessionId = session;
        EmployeeId = plan.EmployeeId;
        Name = TypedText.Clean(plan.Name);
        Institution = Clean(plan.Institution);
    }

    public Guid Id { get; private set; }
    public SessionId SessionId { get; private set; }

    /// <summary>Set when the instructor is an employee; nobody then depends on how a name is spelt.</summary>
    public EmployeeId? EmployeeId { get; private set; }
    public string Name { get; private set; } = "";
    public string? Institution { get; private set; }

    internal bool Is(InstructorPlan plan) =>
        plan.EmployeeId == EmployeeId && TypedText.Clean(plan.Name) == Name && Clean(plan.Institution) == Institution;

    private static string? Clean(string? text) => TypedText.OrNothing(text);
}
