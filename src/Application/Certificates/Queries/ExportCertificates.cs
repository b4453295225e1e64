using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;

namespace Pionir.Application.Certificates.Queries;

/// <summary>The list as a spreadsheet, as far as one may see it. Data about many people leave the system, so it is audited.</summary>
[SignedIn]
public sealed record ExportCertificates(
    string? Q,
    CertificateStatus? Status,
    Guid? TrainingId,
    Guid? EmployeeId,
    bool Mine,
    SpreadsheetFormat Format
) : ICommand<SpreadsheetFile>;

internal sealed class ExportCertificatesValidator : AbstractValidator<ExportCertificates>
{
    public ExportCertificatesValidator() => RuleFor(query => query.Q).MaximumLength(HolderName.Maximum);
}

internal sealed class ExportCertificatesHandler(IDatabase database, ICurrentUser user, IAuditLog audit)
    : IRequestHandler<ExportCertificates, Result<SpreadsheetFile>>
{
    private static readonly ListSheet<Row> Sheet = new(
        new("sertifikat", "certificates"),
        new("Sertifikat", "Certificates"),
        [
            new("Nomor", "Number", certificate => certificate.Number),
            new("Pemegang", "Holder", certificate => certificate.HolderName),
            new("Judul", "Title", certificate => certificate.Title),
            new("JP", "JP", certificate => certificate.Jp),
            new("Terbit", "Issued", certificate => certificate.IssuedOn),
            new("Status", "Status", certificate => certificate.Status),
            new("Edisi", "Edition", certificate => certificate.Edition),
        ]
    );

    public Task<Result<SpreadsheetFile>> Handle(ExportCertificates request, CancellationToken cancellationToken)
    {
        var asked = new ListCertificates(
            request.Q,
            request.Status,
            request.TrainingId,
            request.EmployeeId,
            request.Mine,
            default
        );
        audit.Record(
            nameof(ExportCertificates),
            nameof(Certificate),
            Guid.Empty,
            "",
            new
            {
                asked.Q,
                asked.Status,
                asked.TrainingId,
                asked.EmployeeId,
                asked.Mine,
            }
        );
        // Read while it is written: an institution may have issued millions.
        var rows = database
            .Set<Certificate>()
            .AsNoTracking()
            .Asked(asked, database, user)
            .OrderByDescending(certificate => certificate.IssuedAt)
            .ThenByDescending(certificate => certificate.Sequence)
            .Select(certificate => new Row(
                certificate.Number,
                certificate.HolderName,
                certificate.Title,
                certificate.Jp,
                certificate.IssuedOn,
                certificate.Status,
                certificate.Edition
            ))
            .AsEnumerable();
        return Task.FromResult<Result<SpreadsheetFile>>(Sheet.Of(rows, request.Format, new()));
    }

    private sealed record Row(
        string Number,
        string HolderName,
        string Title,
        int Jp,
        DateOnly IssuedOn,
        CertificateStatus Status,
        int Edition
    );
}
