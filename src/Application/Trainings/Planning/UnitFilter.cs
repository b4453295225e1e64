using Pionir.Application.Common;
using Pionir.Application.Organization;
using Pionir.Domain.Organization;

namespace Pionir.Application.Trainings.Planning;

/// <summary>A unit in a filter means the unit and everything below it.</summary>
internal sealed class UnitFilter(IUnitTree tree) : IApplicationPart
{
    public async ValueTask<IReadOnlyCollection<UnitId>?> WidenAsync(Guid? unit, CancellationToken cancellationToken)
    {
        if (unit is not { } id)
            return null;
        var units = await tree.ReadAsync(cancellationToken);
        return [.. units.WithDescendants(UnitId.From(id)).Select(UnitId.From)];
    }
}
