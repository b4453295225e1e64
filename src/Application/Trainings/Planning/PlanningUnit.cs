using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

/// <summary>Which unit a new training belongs to: the one named, else the planner's own, else the top of their scope.</summary>
internal sealed class PlanningUnit(ICurrentUser user, IUnitTree tree, IEmployeeDirectory directory) : IApplicationPart
{
    public async Task<Result<UnitId>> ResolveAsync(Guid? named, CancellationToken cancellationToken)
    {
        var scope = user.ScopeOf(Permission.TrainingsPlan);
        var units = await tree.ReadAsync(cancellationToken);
        if (named is { } id)
        {
            var unit = UnitId.From(id);
            return units.Find(unit) is not null && scope.Contains(unit) ? unit : TrainingErrors.UnitOutOfScope();
        }
        if (await OwnUnitAsync(cancellationToken) is { } own && scope.Contains(own))
            return own;
        var top = units.All.Where(unit => scope.Contains(unit.Id)).OrderBy(unit => unit.Depth).FirstOrDefault();
        return top is null ? TrainingErrors.UnitOutOfScope() : top.Id;
    }

    private async Task<UnitId?> OwnUnitAsync(CancellationToken cancellationToken) =>
        user.EmployeeId is { } me ? (await directory.LineOfAsync(me, cancellationToken))?.UnitId : null;
}
