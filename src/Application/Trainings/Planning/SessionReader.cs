using Pionir.Application.Common;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

/// <summary>Finds the employees that are named as instructors.</summary>
internal sealed class SessionReader(IEmployeeDirectory directory) : IApplicationPart
{
    public async Task<Result<SessionPlan>> ReadAsync(SessionFields fields, CancellationToken cancellationToken)
    {
        EmployeeId[] wanted =
        [
            .. (fields.Instructors ?? [])
                .Select(instructor => instructor.EmployeeId)
                .OfType<Guid>()
                .Select(EmployeeId.From)
                .Distinct(),
        ];
        if (wanted.Length == 0)
            return fields.ToPlan(new Dictionary<EmployeeId, string>());
        var found = await directory.FindAsync(wanted, cancellationToken);
        return wanted.All(found.ContainsKey)
            ? fields.ToPlan(found.ToDictionary(pair => pair.Key, pair => pair.Value.Name))
            : TrainingErrors.InstructorUnknown();
    }
}
