using Pionir.Application.Common.Access;
using Pionir.Domain.Certificates;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates;

/// <summary>Holders see their own, officers those of their units.</summary>
internal static class CertificateAccess
{
    public static bool IsHolder(ICurrentUser user, Certificate certificate) =>
        user.EmployeeId is { } self && certificate.EmployeeId == self;

    public static bool IsOfficer(ICurrentUser user, Certificate certificate) =>
        user.ScopeOf(Permission.CertificatesRead).Contains(certificate.UnitId)
        || user.ScopeOf(Permission.CertificatesIssue).Contains(certificate.UnitId);

    public static bool MayRead(ICurrentUser user, Certificate certificate) =>
        IsHolder(user, certificate) || IsOfficer(user, certificate);

    /// <summary>Papers that no longer hold are printed for officers only.</summary>
    public static bool MayDownload(ICurrentUser user, Certificate certificate) =>
        IsOfficer(user, certificate) || (IsHolder(user, certificate) && certificate.Status == CertificateStatus.Issued);
}
