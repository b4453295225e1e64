using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Organization;
using Pionir.Domain.Organization.ReferenceData;
using Pionir.Infrastructure.Common;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.Organization;

internal sealed class ReferenceDataCache(IServiceScopeFactory scopes)
    : IReferenceData,
        IReferenceDataChanges,
        IDisposable
{
    private readonly SharedSnapshot<ReferenceBook> book = new(scopes, StampAsync, LoadAsync);

    public ValueTask<ReferenceBook> ReadAsync(CancellationToken cancellationToken) => book.GetAsync(cancellationToken);

    public void Happened() => book.Drop();

    public void Dispose() => book.Dispose();

    /// <summary>Every change adds a revision, and none is ever taken away.</summary>
    private static Task<string> StampAsync(PionirDbContext database, CancellationToken cancellationToken) =>
        database
            .Database.SqlQuery<string>($"""SELECT count(*)::text AS "Value" FROM reference_revisions""")
            .SingleAsync(cancellationToken);

    private static async Task<ReferenceBook> LoadAsync(PionirDbContext database, CancellationToken cancellationToken) =>
        new(
            (await database.Set<ReferenceItem>().AsNoTracking().ToListAsync(cancellationToken)).Select(
                ReferenceEntry.From
            )
        );
}
