using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Organization;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;

namespace Pionir.Application.Trainings.Participation;

/// <summary>Units out of which the user may put people forward.</summary>
internal sealed class CandidateUnits(IUnitTree units, ICurrentUser user) : IApplicationPart
{
    /// <param name="runs">Who runs the training may send anybody.</param>
    /// <param name="unit">Only this unit and everything below it.</param>
    /// <returns>Empty means everywhere.</returns>
    public async Task<Guid[]> ReadAsync(bool runs, Guid? unit, CancellationToken cancellationToken)
    {
        var tree = await units.ReadAsync(cancellationToken);
        var asked = unit is { } one ? tree.WithDescendants(UnitId.From(one)) : null;
        var scope = user.ScopeOf(Permission.ParticipantsNominate);
        if (runs || scope.Everything)
            return asked is null ? [] : [.. asked];
        var mine = asked is null ? scope.Units : scope.Units.Where(asked.Contains);
        // Nothing allowed must not read as everything.
        return [.. mine.DefaultIfEmpty(Guid.Empty)];
    }
}
