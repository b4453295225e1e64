using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates.Signing;

/// <summary>
/// Certificates that somebody asked for while the time-stamp authority was away: signed by themselves once it is back, so
/// that nobody has to ask for each again.
/// </summary>
public interface IStampQueue
{
    Task AddAsync(CertificateId certificate, CancellationToken cancellationToken);

    /// <summary>The longest waiting first.</summary>
    Task<IReadOnlyList<CertificateId>> DueAsync(int most, CancellationToken cancellationToken);

    Task RemoveAsync(CertificateId certificate, CancellationToken cancellationToken);

    /// <summary>The authority is still away: all that is due waits again, each time twice as long, an hour at most.</summary>
    Task PostponeAsync(CancellationToken cancellationToken);

    /// <summary>This one could not be printed: it waits again, in the same way, and holds up nobody else.</summary>
    Task PostponeAsync(CertificateId certificate, CancellationToken cancellationToken);

    /// <summary>Those of the certificates that wait.</summary>
    Task<IReadOnlySet<Guid>> WaitingAsync(IReadOnlyCollection<Guid> certificates, CancellationToken cancellationToken);
}
