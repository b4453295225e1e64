using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Certificates;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence.Configurations.Certificates;

internal sealed class CertificateSigningConfiguration : IEntityTypeConfiguration<CertificateSigning>
{
    public void Configure(EntityTypeBuilder<CertificateSigning> builder)
    {
        builder.ToTable("certificate_signings").NotAudited();
        builder.HasKey(signing => signing.CertificateId);
    }
}
