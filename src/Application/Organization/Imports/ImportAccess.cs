using Pionir.Application.Common.Access;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Imports;

namespace Pionir.Application.Organization.Imports;

/// <summary>
/// Who may bring in what. Lesson hours of everybody are brought in by somebody who answers for everybody: whoever has
/// the permission for one unit has not got it here.
/// </summary>
internal static class ImportAccess
{
    public static bool MayImport(this ICurrentUser user, ImportKind kind) =>
        kind == ImportKind.OpeningBalances
            ? user.ScopeOf(Permission.JpImport).Everything
            : user.Has(Permission.EmployeesImport);

    public static bool MaySee(this ICurrentUser user, ImportKind kind) =>
        user.Has(Permission.AuditRead) || user.MayImport(kind);

    public static ImportKind[] SeenKinds(this ICurrentUser user) =>
        [.. Enum.GetValues<ImportKind>().Where(user.MaySee)];
}
