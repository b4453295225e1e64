using Pionir.Application.Common;
using Pionir.Application.Organization;
using Pionir.Domain.Organization.Employees;

namespace Pionir.Application.LearningHours.Years;

internal sealed class YearTargetsReader(IReferenceData reference) : IApplicationPart
{
    /// <summary>A year is judged by the rule of its end.</summary>
    public async Task<YearTargets> ReadAsync(int year, CancellationToken cancellationToken)
    {
        var book = await reference.ReadAsync(cancellationToken);
        var types = Enum.GetValues<EmploymentType>().Select(type => type.ToString().ToLowerInvariant()).ToArray();
        var targets = types.Select(type => book.TargetOf(type, new DateOnly(year, 12, 31))).ToList();
        return new YearTargets(
            types,
            [.. targets.Select(target => target.MinimumJp)],
            [.. targets.Select(target => target.MaximumJp)]
        );
    }
}
