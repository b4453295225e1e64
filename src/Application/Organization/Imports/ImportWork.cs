using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Organization.Imports;

namespace Pionir.Application.Organization.Imports;

internal static class ImportWork
{
    /// <summary>The latest day that an import of this kind has already brought in, when it is after this one.</summary>
    public static Task<DateOnly?> LaterAsOfAsync(
        this IDatabase database,
        ImportKind kind,
        DateOnly asOf,
        CancellationToken cancellationToken
    ) =>
        database
            .Set<Import>()
            .Where(import =>
                kind != ImportKind.OpeningBalances
                && import.Kind == kind
                && import.AsOf > asOf
                && import.AppliedThrough > 0
            )
            .MaxAsync(import => (DateOnly?)import.AsOf, cancellationToken);

    /// <summary>Its job has given up; nobody works on it any more.</summary>
    public static Task<bool> HasWorkFailedAsync(
        this IDatabase database,
        Import import,
        CancellationToken cancellationToken
    ) => database.Set<Job>().AnyAsync(job => job.Id == import.JobId && job.State == JobState.Failed, cancellationToken);

    /// <summary>The same of many being applied: the jobs that have given up.</summary>
    public static async Task<HashSet<Guid>> FailedWorkAsync(
        this IDatabase database,
        IEnumerable<Import> imports,
        CancellationToken cancellationToken
    )
    {
        var jobs = imports
            .Where(import => import.State == ImportState.Applying)
            .Select(import => import.JobId)
            .OfType<Guid>()
            .ToList();
        return jobs.Count == 0
            ? []
            : await database
                .Set<Job>()
                .Where(job => jobs.Contains(job.Id) && job.State == JobState.Failed)
                .Select(job => job.Id)
                .ToHashSetAsync(cancellationToken);
    }
}
