using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

/// <summary>Finds trainings for those who change them, and knows what the institution asks of them today.</summary>
internal sealed class PlanningDesk(
    IDatabase database,
    ICurrentUser user,
    IReferenceData reference,
    IInstitutionClock clock,
    SeatRegister seats,
    TimeProvider time
) : IApplicationPart
{
    public Actor Me => new(user.UserId, user.DisplayName);

    public DateTimeOffset Now => time.GetUtcNow();

    public ValueTask<DateOnly> TodayAsync(CancellationToken cancellationToken) => clock.TodayAsync(cancellationToken);

    public async Task<DocumentRequirements> RequirementsAsync(CancellationToken cancellationToken)
    {
        var book = await reference.ReadAsync(cancellationToken);
        return book.RequiredDocuments(await clock.TodayAsync(cancellationToken));
    }

    /// <summary>The whole plan, tracked, if one of the permissions holds where the training belongs.</summary>
    public async Task<Result<Training>> FindAsync(
        Guid id,
        CancellationToken cancellationToken,
        params Permission[] permissions
    )
    {
        var wanted = TrainingId.From(id);
        var training = await database
            .Set<Training>()
            .Include(found => found.Competencies)
            .Include(found => found.Documents)
            .Include(found => found.Revisions.Where(revision => revision.Accepted == null))
            .Include(found => found.Sessions)
                .ThenInclude(session => session.Instructors)
            .AsSplitQuery()
            .SingleOrDefaultAsync(found => found.Id == wanted, cancellationToken);
        return training is not null && Holds(training.UnitId, permissions) ? training : TrainingErrors.NotFound();
    }

    /// <summary>
    /// The same, to be changed: under the lock of its places, because everybody who takes or frees one writes to its row.
    /// </summary>
    public async Task<Result<Training>> LockAsync(
        Guid id,
        CancellationToken cancellationToken,
        params Permission[] permissions
    )
    {
        await seats.LockAsync(TrainingId.From(id), cancellationToken);
        return await FindAsync(id, cancellationToken, permissions);
    }

    /// <summary>The same, refused when somebody changed it after the caller looked.</summary>
    public async Task<Result<Training>> LockAsync(
        Guid id,
        uint? expectedVersion,
        CancellationToken cancellationToken,
        params Permission[] permissions
    )
    {
        var found = await LockAsync(id, cancellationToken, permissions);
        return found.IsSuccess && Versions.Check((uint)found.Value.Revision, expectedVersion) is { } stale
            ? stale
            : found;
    }

    /// <summary>The same where the caller need not have looked: refused only when they say what they saw and it has changed.</summary>
    public async Task<Result<Training>> LockSeenAsync(
        Guid id,
        uint? seenVersion,
        CancellationToken cancellationToken,
        params Permission[] permissions
    )
    {
        var found = await LockAsync(id, cancellationToken, permissions);
        return
            found.IsSuccess && seenVersion is { } seen && Versions.Check((uint)found.Value.Revision, seen) is { } stale
            ? stale
            : found;
    }

    public bool Holds(UnitId unit, params Permission[] permissions) =>
        permissions.Any(permission => user.ScopeOf(permission).Contains(unit));
}
