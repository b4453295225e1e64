using Pionir.Application.Common.Access;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates;

/// <summary>Holders see their own, officers those of their units, superiors and units those of their people.</summary>
internal static class CertificateAccess
{
    public static bool IsHolder(ICurrentUser user, Certificate certificate) =>
        user.EmployeeId is { } self && certificate.EmployeeId == self;

    public static bool IsOfficer(ICurrentUser user, Certificate certificate) =>
        user.ScopeOf(Permission.CertificatesRead).Contains(certificate.UnitId)
        || user.ScopeOf(Permission.CertificatesIssue).Contains(certificate.UnitId);

    /// <summary>The look of somebody who is neither is logged at the gate.</summary>
    public static async Task<bool> MayReadAsync(
        ICurrentUser user,
        PersonGate gate,
        Certificate certificate,
        CancellationToken cancellationToken
    ) =>
        IsHolder(user, certificate)
        || IsOfficer(user, certificate)
        || (
            certificate.EmployeeId is { } holder
            && await gate.OpenAsync(holder, Permission.CertificatesRead, "GetCertificate", cancellationToken)
                is not null
        );

    /// <summary>Papers that no longer hold are printed for officers only.</summary>
    public static bool MayDownload(ICurrentUser user, Certificate certificate) =>
        IsOfficer(user, certificate) || certificate.Status == CertificateStatus.Issued;
}
