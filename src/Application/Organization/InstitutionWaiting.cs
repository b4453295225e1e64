using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Waiting;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Organization;

/// <summary>A new installation has no name of its own: papers and letters would bear the built-in one.</summary>
internal sealed class InstitutionWaiting(IDatabase database, TimeProvider time) : IWaitingItemsSource
{
    public async Task<IReadOnlyList<WaitingItem>> ForAsync(ICurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.Has(Permission.InstitutionManage))
            return [];
        var saved = database.Set<InstitutionVersion>().Where(version => version.CancelledAt == null);
        if (await saved.AnyAsync(cancellationToken))
            return [];
        return
        [
            new WaitingItem(
                "institution.to_fill_in",
                new Dictionary<string, object?>(),
                "/institution",
                time.GetUtcNow()
            ),
        ];
    }
}
