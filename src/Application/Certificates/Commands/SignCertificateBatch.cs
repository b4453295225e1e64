using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Signing;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Signing;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Commands;

/// <summary>
/// The signer named on the certificates has them signed by the remote service; what is signed already stays so, and what
/// names another signer waits for that one. Asked again, it tries what failed.
/// </summary>
/// <param name="PassPhrase">Of the signer's key; kept closed until the work is done, two hours at most, and never logged.</param>
[Requires(Permission.CertificatesIssue)]
public sealed record SignCertificateBatch(Guid Id, string PassPhrase) : ICommand<JobAccepted>
{
    public const int PassPhraseMaximum = 200;
}

internal sealed class SignCertificateBatchValidator : AbstractValidator<SignCertificateBatch>
{
    public SignCertificateBatchValidator() =>
        RuleFor(request => request.PassPhrase).NotEmpty().MaximumLength(SignCertificateBatch.PassPhraseMaximum);
}

internal sealed class SignCertificateBatchHandler(
    IDatabase database,
    BatchFinder batches,
    IRemotePdfSigner signer,
    IPassPhrases passPhrases,
    IEmployeeDirectory employees,
    ICurrentUser user,
    IJobQueue jobs,
    IAuditLog audit,
    TimeProvider time
) : IRequestHandler<SignCertificateBatch, Result<JobAccepted>>
{
    public async Task<Result<JobAccepted>> Handle(SignCertificateBatch request, CancellationToken cancellationToken)
    {
        if (await batches.FindAsync(request.Id, cancellationToken) is not { } batch)
            return CertificateBatchErrors.NotFound();
        if (!signer.IsConfigured)
            return SigningErrors.NotRemote();
        var unsigned = UnsignedCertificates.Of(database, batch.Id).Select(certificate => certificate.Snapshot);
        if (await unsigned.FirstOrDefaultAsync(cancellationToken) is not { } first)
            return SigningErrors.NothingToSign();
        var number = await NumberAsync(cancellationToken);
        List<CertificateId> ids = number is null
            ? []
            : await UnsignedCertificates
                .Of(database, batch.Id, number)
                .Select(certificate => certificate.Id)
                .ToListAsync(cancellationToken);
        if (number is null || ids.Count == 0)
            return SigningErrors.NotTheSigner(CertificateSnapshot.FromJson(first).Signer.Name);
        var known = await database
            .Set<CertificateSigning>()
            .Where(signing => ids.Contains(signing.CertificateId))
            .ToDictionaryAsync(signing => signing.CertificateId, cancellationToken);
        foreach (var id in ids)
        {
            if (known.TryGetValue(id, out var signing))
                signing.WaitAgain(time.GetUtcNow());
            else
                database.Set<CertificateSigning>().Add(CertificateSigning.Wait(id, time.GetUtcNow()));
        }
        audit.Record(
            nameof(SignCertificateBatch),
            nameof(CertificateBatch),
            request.Id,
            batch.Title,
            new { ids.Count }
        );
        var closed = passPhrases.Close(request.PassPhrase);
        return new JobAccepted(jobs.Enqueue(new SignCertificatesJob(request.Id, number, closed), batch.Title));
    }

    private async Task<string?> NumberAsync(CancellationToken cancellationToken)
    {
        if (user.EmployeeId is not { } self)
            return null;
        return (await employees.FindAsync([self], cancellationToken)).GetValueOrDefault(self)?.Number;
    }
}
