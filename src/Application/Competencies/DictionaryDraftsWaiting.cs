using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Waiting;
using Pionir.Domain.Competencies;
using Pionir.Domain.Identity;

namespace Pionir.Application.Competencies;

/// <summary>Drafts that somebody else wrote wait for those who may publish.</summary>
internal sealed class DictionaryDraftsWaiting(IDatabase database) : IWaitingItemsSource
{
    public async Task<IReadOnlyList<WaitingItem>> ForAsync(ICurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.Has(Permission.DictionaryPublish))
            return [];
        var drafts = await database
            .Set<DictionaryVersion>()
            .AsNoTracking()
            .Where(version => version.State == DictionaryState.Draft && version.DraftedBy != user.UserId)
            .Select(version => new
            {
                version.Code,
                version.Number,
                version.Title,
                version.DraftedAt,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. drafts.Select(draft => new WaitingItem(
                "dictionary.draft_waits",
                new Dictionary<string, object?> { ["title"] = draft.Title, ["number"] = draft.Number },
                $"/dictionaries/{draft.Code}/{draft.Number}",
                draft.DraftedAt
            )),
        ];
    }
}
