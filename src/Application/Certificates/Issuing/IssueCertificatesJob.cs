using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates.Issuing;

/// <summary>Issues a batch in transactions of a few hundred; after a crash it goes on with the rows still pending.</summary>
public sealed record IssueCertificatesJob(Guid BatchId) : IJobArguments
{
    public static string Kind => "certificates.issue";
}

internal sealed class IssueCertificatesJobHandler(IDatabase database, IUnitOfWork unitOfWork, BatchIssuer issuer)
    : IJobHandler<IssueCertificatesJob>
{
    public async Task<JobOutcome> RunAsync(
        IssueCertificatesJob arguments,
        IJobProgress progress,
        CancellationToken cancellationToken
    )
    {
        var id = CertificateBatchId.From(arguments.BatchId);
        var total = await Rows(id).CountAsync(cancellationToken);
        var pending = await Rows(id)
            .CountAsync(row => row.State == CertificateBatchRowState.Pending, cancellationToken);
        while (true)
        {
            await progress.ReportAsync(total - pending, total, cancellationToken);
            var chunk = await unitOfWork.RunAsync(
                "IssueCertificates",
                null,
                () => issuer.IssueNextAsync(id, progress.RequestedBy, cancellationToken),
                cancellationToken
            );
            if (!chunk.IsSuccess)
            {
                await unitOfWork.RunAsync(
                    "IssueCertificates",
                    null,
                    () => issuer.AbandonAsync(id, chunk.Error.Code, cancellationToken),
                    cancellationToken
                );
                return new JobOutcome(await SummaryAsync(id, cancellationToken), chunk.Error);
            }
            pending -= chunk.Value;
            if (chunk.Value == 0)
                break;
        }
        await progress.ReportAsync(total - pending, total, cancellationToken);
        return new JobOutcome(await SummaryAsync(id, cancellationToken));
    }

    private async Task<object> SummaryAsync(CertificateBatchId id, CancellationToken cancellationToken)
    {
        var counts = await Rows(id)
            .GroupBy(row => row.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return new
        {
            BatchId = id.Value,
            Issued = counts.GetValueOrDefault(CertificateBatchRowState.Issued),
            Skipped = counts.GetValueOrDefault(CertificateBatchRowState.Skipped),
            Failed = counts.GetValueOrDefault(CertificateBatchRowState.Failed),
        };
    }

    private IQueryable<CertificateBatchRow> Rows(CertificateBatchId id) =>
        database.Set<CertificateBatchRow>().AsNoTracking().Where(row => row.BatchId == id);
}
