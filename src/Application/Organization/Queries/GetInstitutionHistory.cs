using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Organization.Queries;

/// <summary>Every version of the settings, newest first, each with what it changed.</summary>
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

/// <param name="Setting">Path of the setting, such as <c>deadlines.checkInMinutes</c>.</param>
/// <param name="Before">Value of the version before; null when it was not there.</param>
/// <param name="After">Value of this version; null when it is gone.</param>
public sealed record ChangedSetting(string Setting, string? Before, string? After);

internal sealed class GetInstitutionHistoryHandler(IDatabase database, TimeProvider time)
    : IRequestHandler<GetInstitutionHistory, Result<InstitutionHistory>>
{
    public async Task<Result<InstitutionHistory>> Handle(
        GetInstitutionHistory request,
        CancellationToken cancellationToken
    )
    {
        var versions = await database
            .Set<InstitutionVersion>()
            .AsNoTracking()
            .OrderBy(version => version.Number)
            .ToListAsync(cancellationToken);
        var inForce = versions.Where(version => version.CancelledAt is null).InForce(time.GetUtcNow());
        var entries = new List<InstitutionHistoryEntry>();
        var before = InstitutionSettings.Default;
        foreach (var version in versions)
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
                    Differences(before, version.Settings)
                )
            );
            before = version.CancelledAt is null ? version.Settings : before;
        }
        entries.Reverse();
        return new InstitutionHistory(entries);
    }

    private static List<ChangedSetting> Differences(InstitutionSettings before, InstitutionSettings after)
    {
        var (old, now) = (Flat(before), Flat(after));
        return
        [
            .. old
                .Keys.Union(now.Keys)
                .Select(path => new ChangedSetting(path, old.GetValueOrDefault(path), now.GetValueOrDefault(path)))
                .Where(change => change.Before != change.After),
        ];
    }

    private static Dictionary<string, string> Flat(InstitutionSettings settings)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(SettingsJson.Element(settings), "", values);
        return values;
    }

    private static void Collect(JsonElement element, string path, Dictionary<string, string> into)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
                Collect(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", into);
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var (index, item) in element.EnumerateArray().Index())
                Collect(item, $"{path}[{index}]", into);
        }
        else if (element.ValueKind != JsonValueKind.Null)
        {
            into[path] = element.ToString();
        }
    }
}
