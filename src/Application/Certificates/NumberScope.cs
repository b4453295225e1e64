using Pionir.Application.Common.Access;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;

namespace Pionir.Application.Certificates;

/// <summary>Whose number series somebody may take numbers out of.</summary>
internal static class NumberScope
{
    /// <summary>Numbers of the whole institution belong to who answers for all of it.</summary>
    public static bool MayVoid(ICurrentUser user, UnitId? unit)
    {
        var scope = user.ScopeOf(Permission.CertificatesRevoke);
        return unit is { } own ? scope.Contains(own) : scope.Everything;
    }
}
