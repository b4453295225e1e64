using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity;

/// <summary>Names of those who did something: people by their account, other systems by their client.</summary>
internal sealed class ActorNames(IDatabase database) : IApplicationPart
{
    public async Task<IReadOnlyDictionary<Guid, string>> FindAsync(
        IEnumerable<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        var wanted = ids.Distinct().ToList();
        var (accounts, clients) = (wanted.ConvertAll(AccountId.From), wanted.ConvertAll(ApiClientId.From));
        var people = await database
            .Set<Account>()
            .Where(account => accounts.Contains(account.Id))
            .Select(account => new { Id = account.Id.Value, account.Name })
            .ToListAsync(cancellationToken);
        var systems = await database
            .Set<ApiClient>()
            .Where(client => clients.Contains(client.Id))
            .Select(client => new { Id = client.Id.Value, client.Name })
            .ToListAsync(cancellationToken);
        return people.Concat(systems).ToDictionary(actor => actor.Id, actor => actor.Name);
    }
}
