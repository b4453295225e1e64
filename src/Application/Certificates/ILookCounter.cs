using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates;

/// <summary>Counts how often a certificate is checked on a day; never by whom. Whoever checks does not wait for it.</summary>
public interface ILookCounter
{
    void Count(CertificateId certificate, DateOnly day);
}
