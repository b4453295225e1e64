using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Competencies;
using Pionir.Domain.Identity;

namespace Pionir.Application.Competencies;

/// <summary>Published versions are everybody's; the others belong to those who work on them.</summary>
internal static class DictionaryAccess
{
    public static bool SeesDrafts(this ICurrentUser user) =>
        user.Has(Permission.DictionaryEdit) || user.Has(Permission.DictionaryPublish) || user.Has(Permission.AuditRead);

    public static IQueryable<DictionaryVersion> VisibleTo(
        this IQueryable<DictionaryVersion> versions,
        ICurrentUser user
    ) =>
        user.SeesDrafts()
            ? versions
            : versions.Where(version =>
                version.State == DictionaryState.Published || version.State == DictionaryState.Superseded
            );

    /// <param name="number">Null takes the published version.</param>
    public static IQueryable<DictionaryVersion> At(
        this IQueryable<DictionaryVersion> versions,
        string code,
        int? number
    ) =>
        number is { } wanted
            ? versions.Where(version => version.Code == code && version.Number == wanted)
            : versions.Where(version => version.Code == code && version.State == DictionaryState.Published);

    public static string Address(string code, int? number) => number is null ? code : $"{code} v{number}";

    public static Task<DictionaryVersion?> WholeAsync(
        this IQueryable<DictionaryVersion> versions,
        CancellationToken cancellationToken
    ) =>
        versions
            .Include(version => version.Competencies)
                .ThenInclude(competency => competency.Levels)
                    .ThenInclude(level => level.Indicators)
            .AsSplitQuery()
            .SingleOrDefaultAsync(cancellationToken);

    public static Task<DictionaryVersion?> LatestAsync(
        this IDatabase database,
        string code,
        CancellationToken cancellationToken
    ) =>
        database
            .Set<DictionaryVersion>()
            .AsNoTracking()
            .Where(version => version.Code == code)
            .Include(version => version.Competencies)
            .OrderByDescending(version => version.Number)
            .FirstOrDefaultAsync(cancellationToken);
}
