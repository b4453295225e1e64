using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Organization.Queries;

/// <summary>The institution as everybody sees it, and all its settings for those who are signed in.</summary>
[Public("The sign-in page and public pages show name, logo and language.")]
public sealed record GetInstitution : IQuery<InstitutionView>;

/// <param name="Version">Number of the version in force; 0 while the built-in settings hold. Also the ETag.</param>
/// <param name="LogoAddress">Path of the logo; null without one.</param>
/// <param name="Settings">Everything else; null for those not signed in.</param>
/// <param name="Planned">Changes that come into force later, the next one first; empty for those not signed in.</param>
/// <param name="LastChange">Who changed the settings last; null for those who may not change them.</param>
public sealed record InstitutionView(
    int Version,
    string Name,
    string ShortName,
    LocalText Centre,
    string? LogoAddress,
    string TimeZone,
    string TimeZoneAbbreviation,
    InstitutionLanguage DefaultLanguage,
    InstitutionSettings? Settings,
    IReadOnlyList<PlannedChange> Planned,
    SettingsChange? LastChange,
    bool CanUpdate
);

/// <param name="Number">Version that will come into force.</param>
/// <param name="Changes">What will differ then from what holds the day before.</param>
public sealed record PlannedChange(
    int Number,
    DateOnly EffectiveFrom,
    string ChangedByName,
    IReadOnlyList<ChangedSetting> Changes
);

/// <param name="ById">The account.</param>
public sealed record SettingsChange(Guid ById, string ByName, DateTimeOffset At);

internal sealed class GetInstitutionHandler(IDatabase database, ICurrentUser user, TimeProvider time)
    : IRequestHandler<GetInstitution, Result<InstitutionView>>
{
    public async Task<Result<InstitutionView>> Handle(GetInstitution request, CancellationToken cancellationToken)
    {
        var versions = await database.Set<InstitutionVersion>().AsNoTracking().Standing(cancellationToken);
        var current = versions.InForce(time.GetUtcNow());
        var settings = current?.Settings ?? InstitutionSettings.Default;
        var latest = versions.MaxBy(version => version.Number);
        var mayUpdate = user.Has(Permission.InstitutionManage);
        return new InstitutionView(
            versions.EditNumber(),
            settings.Name,
            settings.ShortName,
            settings.Terms.Centre,
            settings.LogoAddress(),
            settings.TimeZone.IanaName(),
            settings.TimeZone.Abbreviation(),
            settings.DefaultLanguage,
            user.IsSignedIn ? settings : null,
            user.IsSignedIn ? Planned(versions, current) : [],
            mayUpdate && latest is not null
                ? new SettingsChange(latest.ChangedBy, latest.ChangedByName, latest.ChangedAt)
                : null,
            mayUpdate
        );
    }

    private static List<PlannedChange> Planned(List<InstitutionVersion> versions, InstitutionVersion? current)
    {
        var before = current?.Settings ?? InstitutionSettings.Default;
        var planned = new List<PlannedChange>();
        foreach (var version in versions.InOrder().SkipWhile(one => current is not null && one != current))
        {
            if (version == current)
                continue;
            planned.Add(
                new(
                    version.Number,
                    version.EffectiveFrom,
                    version.ChangedByName,
                    InstitutionDifferences.Between(before, version.Settings)
                )
            );
            before = version.Settings;
        }
        return planned;
    }
}
