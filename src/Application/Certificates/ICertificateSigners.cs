using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates;

/// <summary>Who signs on a day: the head of the centre, or who acts for the head by a dated delegation.</summary>
public interface ICertificateSigners
{
    /// <summary>Null when the office is vacant and nobody was delegated.</summary>
    Task<SnapshotSigner?> OnAsync(DateOnly day, CancellationToken cancellationToken);
}
