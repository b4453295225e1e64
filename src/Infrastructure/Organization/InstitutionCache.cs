using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Organization;
using Pionir.Domain.Organization.Institutions;
using Pionir.Infrastructure.Common;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.Organization;

internal sealed class InstitutionCache(IServiceScopeFactory scopes, TimeProvider time)
    : IInstitution,
        IInstitutionChanges,
        IDisposable
{
    private readonly SharedSnapshot<IReadOnlyList<InstitutionVersion>> versions = new(scopes, StampAsync, LoadAsync);

    public async ValueTask<InstitutionSettings> CurrentAsync(CancellationToken cancellationToken)
    {
        var known = await versions.GetAsync(cancellationToken);
        return known.InForce(time.GetUtcNow())?.Settings ?? InstitutionSettings.Default;
    }

    public void Happened() => versions.Drop();

    public void Dispose() => versions.Dispose();

    private static Task<string> StampAsync(PionirDbContext database, CancellationToken cancellationToken) =>
        database
            .Database.SqlQuery<string>(
                $"""SELECT count(*) || ':' || count(cancelled_at) AS "Value" FROM institution_versions"""
            )
            .SingleAsync(cancellationToken);

    private static async Task<IReadOnlyList<InstitutionVersion>> LoadAsync(
        PionirDbContext database,
        CancellationToken cancellationToken
    ) =>
        await database
            .Set<InstitutionVersion>()
            .AsNoTracking()
            .Where(version => version.CancelledAt == null)
            .ToListAsync(cancellationToken);
}
