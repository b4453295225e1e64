using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Certificates.Queries;

/// <summary>The certificates of a person, newest first: those issued here and those brought from elsewhere.</summary>
[Requires(Permission.OwnProfile, Permission.CertificatesRead, Permission.TeamRead)]
public sealed record ListEmployeeCertificates(Guid EmployeeId) : IQuery<IReadOnlyList<EmployeeCertificate>>;

/// <param name="Id">The certificate; for one from elsewhere, the participant who brought it.</param>
/// <param name="External">Given by somebody else and stored here.</param>
/// <param name="Number">May be missing on papers from elsewhere.</param>
/// <param name="On">Day of issue; for one from elsewhere, the last day of the training.</param>
/// <param name="Jp">Null on papers from elsewhere.</param>
/// <param name="Status">Null on papers from elsewhere: only who gave them can say.</param>
public sealed record EmployeeCertificate(
    Guid Id,
    bool External,
    Guid TrainingId,
    string Title,
    string? Number,
    DateOnly On,
    int? Jp,
    CertificateStatus? Status,
    bool CanDownload
);

internal sealed class ListEmployeeCertificatesHandler(IDatabase database, PersonGate gate)
    : IRequestHandler<ListEmployeeCertificates, Result<IReadOnlyList<EmployeeCertificate>>>
{
    public async Task<Result<IReadOnlyList<EmployeeCertificate>>> Handle(
        ListEmployeeCertificates request,
        CancellationToken ct
    )
    {
        var id = EmployeeId.From(request.EmployeeId);
        var person = await gate.OpenAsync(id, Permission.CertificatesRead, nameof(ListEmployeeCertificates), ct);
        if (person is null)
            return EmployeeErrors.NotFound();
        var ids = person.Ids;
        var issued = await database
            .Set<Certificate>()
            .AsNoTracking()
            .Where(one => one.EmployeeId != null && ids.Contains(one.EmployeeId.Value))
            .Select(one => new EmployeeCertificate(
                one.Id.Value,
                false,
                one.SourceId,
                one.Title,
                one.Number,
                one.IssuedOn,
                one.Jp,
                one.Status,
                one.Status == CertificateStatus.Issued
            ))
            .ToListAsync(ct);
        var brought = await database
            .Set<Participant>()
            .AsNoTracking()
            .Where(one => one.EmployeeId != null && ids.Contains(one.EmployeeId.Value))
            .Where(one => one.ExternalCertificate != null)
            .Join(
                database.Set<Training>(),
                one => one.TrainingId,
                training => training.Id,
                (one, training) =>
                    new EmployeeCertificate(
                        one.Id.Value,
                        true,
                        training.Id.Value,
                        training.Title,
                        one.ExternalCertificate!.Number,
                        training.End,
                        null,
                        null,
                        true
                    )
            )
            .ToListAsync(ct);
        return issued.Concat(brought).OrderByDescending(one => one.On).ThenByDescending(one => one.Id).ToList();
    }
}
