using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Organization.Queries;

/// <summary>Every version of the settings, the last to begin first, each with what it changed.</summary>
[Requires(Permission.InstitutionManage, Permission.AuditRead)]
public sealed record GetInstitutionHistory : IQuery<InstitutionHistory>;

public sealed record InstitutionHistory(IReadOnlyList<InstitutionHistoryEntry> Versions);

/// <param name="CancelledAt">When a planned change was taken back.</param>
/// <param name="InForce">Whether this version holds today.</param>
public sealed record InstitutionHistoryEntry(
    int Number,
    DateOnly EffectiveFrom,
    DateTimeOffset ChangedAt,
    string ChangedByName,
    string? Reason,
    DateTimeOffset? CancelledAt,
    bool InForce,
    IReadOnlyList<ChangedSetting> Changes
);

internal sealed class GetInstitutionHistoryHandler(IDatabase database, TimeProvider time)
    : IRequestHandler<GetInstitutionHistory, Result<InstitutionHistory>>
{
    public async Task<Result<InstitutionHistory>> Handle(
        GetInstitutionHistory request,
        CancellationToken cancellationToken
    )
    {
        var versions = await database.Set<InstitutionVersion>().AsNoTracking().ToListAsync(cancellationToken);
        var inForce = versions.Where(version => version.CancelledAt is null).InForce(time.GetUtcNow());
        var entries = new List<InstitutionHistoryEntry>();
        var before = InstitutionSettings.Default;
        foreach (var version in versions.InOrder())
        {
            entries.Add(
                new(
                    version.Number,
                    version.EffectiveFrom,
                    version.ChangedAt,
                    version.ChangedByName,
                    version.Reason,
                    version.CancelledAt,
                    version == inForce,
                    InstitutionDifferences.Between(before, version.Settings)
                )
            );
            before = version.CancelledAt is null ? version.Settings : before;
        }
        entries.Reverse();
        return new InstitutionHistory(entries);
    }
}
