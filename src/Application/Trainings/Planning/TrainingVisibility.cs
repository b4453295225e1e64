using Pionir.Application.Common.Access;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

/// <summary>Third ring of access: everybody sees what is published, those who plan and watch see all of their units.</summary>
public static class TrainingVisibility
{
    public static IQueryable<Training> VisibleTo(this IQueryable<Training> trainings, ICurrentUser user)
    {
        var scope = user.ScopeOf(Permission.TrainingsRead);
        if (scope.Everything)
            return trainings;
        var units = scope.Units.Select(UnitId.From).ToList();
        return trainings.Where(training =>
            TrainingStates.Published.Contains(training.State) || units.Contains(training.UnitId)
        );
    }

    /// <summary>Only those of units in which the permission holds, whatever their state.</summary>
    public static IQueryable<Training> InScopeOf(
        this IQueryable<Training> trainings,
        ICurrentUser user,
        Permission permission
    )
    {
        var scope = user.ScopeOf(permission);
        if (scope.Everything)
            return trainings;
        var units = scope.Units.Select(UnitId.From).ToList();
        return trainings.Where(training => units.Contains(training.UnitId));
    }

    public static bool SeesInside(this ICurrentUser user, UnitId unit) =>
        user.ScopeOf(Permission.TrainingsRead).Contains(unit);
}
