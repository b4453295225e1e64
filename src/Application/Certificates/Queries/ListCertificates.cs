using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;

namespace Pionir.Application.Certificates.Queries;

/// <summary>Certificates, newest first: of the units in scope and of their people, or only one's own.</summary>
/// <param name="Q">Part of a name, number or title.</param>
/// <param name="Mine">Only one's own; otherwise those that the units in scope issued or their people hold.</param>
[SignedIn]
public sealed record ListCertificates(
    string? Q,
    CertificateStatus? Status,
    Guid? TrainingId,
    Guid? EmployeeId,
    bool Mine,
    PageRequest Page
) : IQuery<Page<CertificateLine>>;

/// <param name="CanDownload">Whether the reader may download the paper.</param>
public sealed record CertificateLine(
    Guid Id,
    string Number,
    string HolderName,
    string Title,
    Guid TrainingId,
    Guid? EmployeeId,
    int Jp,
    DateOnly IssuedOn,
    CertificateStatus Status,
    int Edition,
    bool CanDownload
);

internal sealed class ListCertificatesValidator : AbstractValidator<ListCertificates>
{
    public ListCertificatesValidator() => RuleFor(query => query.Q).MaximumLength(HolderName.Maximum);
}

internal sealed class ListCertificatesHandler(IDatabase database, ICurrentUser user)
    : IRequestHandler<ListCertificates, Result<Page<CertificateLine>>>
{
    public async Task<Result<Page<CertificateLine>>> Handle(
        ListCertificates request,
        CancellationToken cancellationToken
    )
    {
        var certificates = database.Set<Certificate>().AsNoTracking().Asked(request, database, user);
        var total = await certificates.CountAsync(cancellationToken);
        var lines = await certificates
            .OrderByDescending(certificate => certificate.IssuedAt)
            .ThenByDescending(certificate => certificate.Sequence)
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .Select(certificate => new CertificateLine(
                certificate.Id.Value,
                certificate.Number,
                certificate.HolderName,
                certificate.Title,
                certificate.SourceId,
                certificate.EmployeeId == null ? null : certificate.EmployeeId.Value.Value,
                certificate.Jp,
                certificate.IssuedOn,
                certificate.Status,
                certificate.Edition,
                !request.Mine || certificate.Status == CertificateStatus.Issued
            ))
            .ToListAsync(cancellationToken);
        return new Page<CertificateLine>(lines, total, request.Page.Number, request.Page.Size);
    }
}

internal static class CertificateFilter
{
    /// <summary>What the list and its export show: the units in scope or one's own, narrowed.</summary>
    public static IQueryable<Certificate> Asked(
        this IQueryable<Certificate> certificates,
        ListCertificates request,
        IDatabase database,
        ICurrentUser user
    )
    {
        certificates = Narrow(certificates, request.Mine, database, user);
        if (request.Status is { } status)
            certificates = certificates.Where(certificate => certificate.Status == status);
        if (request.TrainingId is { } training)
            certificates = certificates.Where(certificate => certificate.SourceId == training);
        if (request.EmployeeId is { } id)
        {
            var employee = EmployeeId.From(id);
            certificates = certificates.Where(certificate => certificate.EmployeeId == employee);
        }
        if (!string.IsNullOrWhiteSpace(request.Q))
        {
            var part = $"%{request.Q.Trim().Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
            // Becomes lower() of the database, which the index is built on; no culture of this process is involved.
#pragma warning disable CA1304, CA1311
            certificates = certificates.Where(certificate =>
                EF.Functions.Like(
                    (certificate.HolderName + " " + certificate.Number + " " + certificate.Title).ToLower(),
                    part.ToLower()
                )
            );
#pragma warning restore CA1304, CA1311
        }
        return certificates;
    }

    /// <summary>A unit reads what it issued and what its people hold, wherever they earned it, as it may open each.</summary>
    private static IQueryable<Certificate> Narrow(
        IQueryable<Certificate> certificates,
        bool mine,
        IDatabase database,
        ICurrentUser user
    )
    {
        var self = user.EmployeeId ?? EmployeeId.From(Guid.Empty);
        if (mine)
            return certificates.Where(certificate => certificate.EmployeeId == self);
        var scope = CertificateScope.Of(user);
        if (scope.Everything)
            return certificates;
        var units = scope.Units;
        var homes = user.ScopeOf(Permission.CertificatesRead).Units.Select(UnitId.From).ToList();
        var people = database
            .Set<Employee>()
            .Where(person => homes.Contains(person.UnitId))
            .Select(person => (EmployeeId?)person.Id);
        return certificates.Where(certificate =>
            units.Contains(certificate.UnitId)
            || certificate.EmployeeId == self
            || people.Contains(certificate.EmployeeId)
        );
    }
}
