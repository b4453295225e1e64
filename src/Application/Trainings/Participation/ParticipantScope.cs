using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>Which people of a training the user sees.</summary>
internal sealed class ParticipantScope(ICurrentUser user) : IApplicationPart
{
    private static readonly Permission[] Reading =
    [
        Permission.ParticipantsRead,
        Permission.ParticipantsManage,
        Permission.ParticipantsNominate,
        Permission.ParticipantsDecide,
    ];

    /// <summary>Those who run or oversee the training see everybody; a unit sees its own people.</summary>
    /// <param name="database">From who needs one: a page of the list is read without, and setting one up costs a part of it.</param>
    public IQueryable<Participant> Of(Training training, IDatabase database)
    {
        var people = database.Set<Participant>().Where(one => one.TrainingId == training.Id);
        if (SeesAll(training))
            return people;
        var units = Units().Select(unit => (UnitId?)unit).ToList();
        var me = user.EmployeeId;
        return people.Where(one => units.Contains(one.UnitId) || (me != null && one.SupervisorId == me));
    }

    /// <summary>The same for a statement written by hand; null is everybody of whatever training.</summary>
    public PeopleWithin? Within() =>
        Reading.Any(permission => user.ScopeOf(permission).Everything)
            ? null
            : new([.. Units().Select(unit => unit.Value)], user.EmployeeId?.Value);

    /// <summary>Units whose people the user sees.</summary>
    public IReadOnlyCollection<UnitId> Units() =>
        [.. Reading.SelectMany(permission => user.ScopeOf(permission).Units).Distinct().Select(UnitId.From)];

    /// <summary>A unit that may nominate sees every published training; others need the training in their scope.</summary>
    public bool MaySee(Training training) => MaySee(training.UnitId, training.State);

    public bool MaySee(UnitId runBy, TrainingState state) => state.IsPublished() || SeesAll(runBy);

    public bool SeesAll(Training training) => SeesAll(training.UnitId);

    private bool SeesAll(UnitId runBy) => Reading.Any(permission => user.ScopeOf(permission).Contains(runBy));
}
