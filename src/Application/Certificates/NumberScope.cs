using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Domain.Certificates;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;

namespace Pionir.Application.Certificates;

/// <summary>
/// Whose number series somebody may see, and take numbers out of. The institution's own numbers are everybody's business, a
/// unit's the unit's and who keeps all series.
/// </summary>
internal static class NumberScope
{
    /// <summary>Numbers of the whole institution belong to who answers for all of it.</summary>
    public static bool MayVoid(ICurrentUser user, UnitId? unit)
    {
        var scope = user.ScopeOf(Permission.CertificatesRevoke);
        return unit is { } own ? scope.Contains(own) : scope.Everything;
    }

    public static bool KeepsAll(ICurrentUser user) =>
        CertificateScope.Of(user).Everything || user.Has(Permission.CertificateTemplatesManage);

    public static IQueryable<NumberSeries> Narrow(IQueryable<NumberSeries> series, ICurrentUser user)
    {
        if (KeepsAll(user))
            return series;
        var units = CertificateScope.Of(user).Units;
        return series.Where(one => one.UnitId == null || units.Contains(one.UnitId.Value));
    }

    /// <summary>Null when there is none, or it is none of the user's business.</summary>
    public static Task<NumberSeries?> FindAsync(
        IQueryable<NumberSeries> series,
        Guid id,
        ICurrentUser user,
        CancellationToken cancellationToken
    )
    {
        var key = NumberSeriesId.From(id);
        return Narrow(series.AsNoTracking(), user).SingleOrDefaultAsync(one => one.Id == key, cancellationToken);
    }
}
