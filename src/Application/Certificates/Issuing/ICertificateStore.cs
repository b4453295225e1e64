using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Application.Certificates.Issuing;

/// <summary>What issuing needs of the database beyond single objects: locks, and many rows at once.</summary>
public interface ICertificateStore
{
    /// <summary>
    /// Locks the series of a year until the transaction ends, so that numbers follow each other without gaps. The
    /// first of a year is made from the year before, else from the institution's setting. A unit without a series of
    /// its own uses the institution's.
    /// </summary>
    /// <returns>Why there is none: the numbers of the first of a year would read like those of another series.</returns>
    Task<Result<NumberSeries>> LockSeriesAsync(
        CertificateKind kind,
        UnitId unit,
        int year,
        CancellationToken cancellationToken
    );

    /// <summary>Locks one series until the transaction ends.</summary>
    Task<NumberSeries> LockSeriesAsync(NumberSeriesId id, CancellationToken cancellationToken);

    /// <summary>Requests to issue for one training follow each other until the transaction ends.</summary>
    Task LockSourceAsync(Guid sourceId, CancellationToken cancellationToken);

    /// <summary>Two runners of one batch (one thought dead) follow each other until the transaction ends.</summary>
    Task LockBatchAsync(CertificateBatchId batch, CancellationToken cancellationToken);

    Task AddRowsAsync(IReadOnlyList<CertificateBatchRow> rows, CancellationToken cancellationToken);

    Task AddAsync(IReadOnlyList<Certificate> certificates, CancellationToken cancellationToken);

    Task UpdateRowsAsync(IReadOnlyList<CertificateBatchRow> rows, CancellationToken cancellationToken);

    /// <summary>
    /// Puts stored replacements into the rows of what they replace, under the names that they have: what is signed, sent and
    /// downloaded as a batch are the papers that count.
    /// </summary>
    Task FollowAsync(IReadOnlyList<Certificate> replacements, CancellationToken cancellationToken);
}
