using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Demo;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Competencies;

namespace Pionir.Application.Competencies;

/// <summary>Gives the demo environment a published dictionary, so that trainings have competencies to develop.</summary>
internal sealed class DemoDictionary(IDatabase database, TimeProvider time) : IDemoSeed
{
    private static readonly Actor Drafter = new(new Guid("5d3a1c1e-0000-4000-8000-000000000001"), "Tim Penyusun Kamus");
    private static readonly Actor Approver = new(new Guid("5d3a1c1e-0000-4000-8000-000000000002"), "Kepala Pusat");

    public int Order => 150;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await database.Set<DictionaryVersion>().AnyAsync(cancellationToken))
            return;
        await using var content = DefaultDictionary.Open();
        var draft = (await DictionaryFiles.ReadAsync(content, cancellationToken)).Value.ToDraft().Value;
        var now = time.GetUtcNow();
        var version = DictionaryVersion.Draft(DefaultDictionary.Code, draft, null, Drafter, now).Value;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var published = version.Publish(new Decree($"KEP-1/{today.Year}", today), Approver, now);
        if (!published.IsSuccess)
            throw new InvalidOperationException(published.Error.Code);
        database.Set<DictionaryVersion>().Add(version);
        await database.SaveChangesAsync(cancellationToken);
    }
}
