using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>Finds trainings and participants for whoever may touch them; what is out of scope does not exist.</summary>
internal sealed class TrainingGate(IDatabase database, ICurrentUser user) : IApplicationPart
{
    /// <summary>Compiled once: nearly every request about a training begins with it.</summary>
    private static readonly Func<DbContext, TrainingId, CancellationToken, Task<Training?>> ById = EF.CompileAsyncQuery(
        (DbContext context, TrainingId id, CancellationToken _) =>
            context.Set<Training>().AsNoTracking().SingleOrDefault(training => training.Id == id)
    );

    /// <summary>A training that the user runs: unchanged by acts on its people, so not tracked.</summary>
    public async Task<Result<Training>> FindAsync(
        Guid trainingId,
        Permission permission,
        CancellationToken cancellationToken
    )
    {
        var training = await FindAnyAsync(trainingId, cancellationToken);
        return training is not null && user.ScopeOf(permission).Contains(training.UnitId)
            ? training
            : TrainingErrors.NotFound();
    }

    public Task<Training?> FindAnyAsync(Guid trainingId, CancellationToken cancellationToken) =>
        ById((DbContext)database, TrainingId.From(trainingId), cancellationToken);

    public bool Runs(Training training, Permission permission = Permission.ParticipantsManage) =>
        user.Runs(training.UnitId, permission);

    /// <summary>The unit's coordinator, or the superior.</summary>
    public bool MayDecide(Participant participant) => user.MayDecide(participant.UnitId, participant.SupervisorId);

    /// <summary>People from outside have no unit: who runs the training decides.</summary>
    public bool MayDecide(Participant participant, Training training) =>
        MayDecide(participant) || (participant.IsExternal && Runs(training));

    public bool IsSelf(EmployeeId? employee) => user.EmployeeId is { } me && employee is { } them && them.Equals(me);
}
