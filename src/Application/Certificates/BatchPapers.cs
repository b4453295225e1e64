using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates;

/// <summary>Reads the certificates of a batch in the order of their numbers, some at a time.</summary>
internal sealed class BatchPapers(IDatabase database) : IApplicationPart
{
    /// <summary>Few at first, because somebody waits for the first byte.</summary>
    private const int First = 16;

    /// <summary>Printed and signed they are some 15 MB.</summary>
    private const int AtOnce = 128;

    public Task<int> CountAsync(CertificateBatchId id, CancellationToken cancellationToken) =>
        Rows(id).CountAsync(cancellationToken);

    public async IAsyncEnumerable<IReadOnlyList<Certificate>> OfBatchAsync(
        CertificateBatchId id,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var (last, size) = (0, First);
        while (true)
        {
            var chunk = await Rows(id)
                .Where(row => row.Position > last)
                .OrderBy(row => row.Position)
                .Take(size)
                .Join(
                    database.Set<Certificate>().AsNoTracking(),
                    row => row.CertificateId,
                    certificate => (CertificateId?)certificate.Id,
                    (row, certificate) => new { row.Position, Certificate = certificate }
                )
                .ToListAsync(cancellationToken);
            if (chunk.Count == 0)
                yield break;
            yield return [.. chunk.OrderBy(row => row.Position).Select(row => row.Certificate)];
            (last, size) = (chunk.Max(row => row.Position), AtOnce);
        }
    }

    private IQueryable<CertificateBatchRow> Rows(CertificateBatchId id) =>
        database
            .Set<CertificateBatchRow>()
            .AsNoTracking()
            .Where(row => row.BatchId == id && row.State == CertificateBatchRowState.Issued);
}
