using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization.Commands;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Organization;

/// <summary>Makes the next version of the settings out of the newest one, the same way for every part that changes.</summary>
internal sealed class InstitutionEditor(
    IDatabase database,
    ICurrentUser user,
    TimeProvider time,
    IInstitutionChanges changes
)
{
    public async Task<Result<InstitutionUpdated>> ChangeAsync(
        Func<InstitutionSettings, InstitutionSettings> change,
        DateOnly? effectiveFrom,
        string? reason,
        uint? expected,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var all = await database.Set<InstitutionVersion>().AsNoTracking().ToListAsync(cancellationToken);
        var standing = all.Where(version => version.CancelledAt is null).ToList();
        if (expected is null)
            return CommonErrors.IfMatchRequired;
        if (expected != standing.EditNumber())
            return InstitutionErrors.Stale(standing.EditNumber());

        var latest = standing.MaxBy(version => version.Number);
        var before = latest?.Settings ?? InstitutionSettings.Default;
        var today = before.TimeZone.DayOf(now);
        var wanted = change(before);
        if (SettingsJson.Same(wanted, before) && latest is not null)
            return new InstitutionUpdated(latest.Number, latest.EffectiveFrom);

        var next = InstitutionVersion.Next(
            latest,
            all.EditNumber(),
            new InstitutionChange(wanted, effectiveFrom ?? today, user.UserId, user.DisplayName, reason),
            today,
            now
        );
        if (!next.IsSuccess)
            return Result<InstitutionUpdated>.Failure(next.Errors);
        database.Set<InstitutionVersion>().Add(next.Value);
        database.AfterCommit(changes);
        return new InstitutionUpdated(next.Value.Number, next.Value.EffectiveFrom);
    }
}
