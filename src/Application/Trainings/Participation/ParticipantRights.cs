using Pionir.Application.Common.Access;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;

namespace Pionir.Application.Trainings.Participation;

/// <summary>What the user may do with the people of a training, once it is known whose they are.</summary>
internal static class ParticipantRights
{
    public static bool Runs(
        this ICurrentUser user,
        UnitId unitOfTraining,
        Permission permission = Permission.ParticipantsManage
    ) => user.ScopeOf(permission).Contains(unitOfTraining);

    /// <summary>The unit's coordinator, or the superior.</summary>
    public static bool MayDecide(this ICurrentUser user, UnitId? unitOfPerson, EmployeeId? supervisor) =>
        (unitOfPerson is { } unit && user.ScopeOf(Permission.ParticipantsDecide).Contains(unit))
        || (user.EmployeeId is { } me && supervisor is { } superior && superior.Equals(me));
}
