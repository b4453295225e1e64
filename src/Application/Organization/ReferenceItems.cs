using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Organization.ReferenceData;

namespace Pionir.Application.Organization;

internal static class ReferenceItems
{
    /// <summary>Other items of the same code, among which days must not overlap.</summary>
    public static Task<List<ReferenceItem>> NeighboursAsync(
        this IDatabase database,
        ReferenceItem item,
        CancellationToken cancellationToken
    ) =>
        database
            .Set<ReferenceItem>()
            .Where(other => other.Kind == item.Kind && other.Code == item.Code && other.Id != item.Id)
            .ToListAsync(cancellationToken);

    public static async Task<ReferenceCourse> CourseAsync(
        this IDatabase database,
        ReferenceKind kind,
        string code,
        CancellationToken cancellationToken
    ) =>
        new(
            kind,
            code,
            await database
                .Set<ReferenceItem>()
                .Where(item => item.Kind == kind && item.Code == code)
                .ToListAsync(cancellationToken)
        );

    public static void AfterCommit(this IDatabase database, IReferenceDataChanges changes) =>
        database.AfterCommit(_ =>
        {
            changes.Happened();
            return Task.CompletedTask;
        });

    public static void AfterCommit(this IDatabase database, IInstitutionChanges changes) =>
        database.AfterCommit(_ =>
        {
            changes.Happened();
            return Task.CompletedTask;
        });
}
