using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Certificates;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence.Configurations.Certificates;

/// <summary>Certificates are audited by act (issue, revoke, replace): thousands of rows of one act are one entry.</summary>
internal sealed class CertificateConfiguration : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder) => builder.ToTable("certificates").NotAudited();
}

internal sealed class CertificateBatchConfiguration : IEntityTypeConfiguration<CertificateBatch>
{
    public void Configure(EntityTypeBuilder<CertificateBatch> builder) =>
        builder.ToTable("certificate_batches").NotAudited();
}

internal sealed class CertificateBatchRowConfiguration : IEntityTypeConfiguration<CertificateBatchRow>
{
    public void Configure(EntityTypeBuilder<CertificateBatchRow> builder)
    {
        builder.ToTable("certificate_batch_rows").NotAudited();
        builder.HasKey(row => new { row.BatchId, row.Position });
        builder.Property(row => row.Position).ValueGeneratedNever();
    }
}

internal sealed class NumberSeriesConfiguration : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder) => builder.ToTable("number_series");
}

internal sealed class VoidNumberConfiguration : IEntityTypeConfiguration<VoidNumber>
{
    public void Configure(EntityTypeBuilder<VoidNumber> builder) => builder.ToTable("void_numbers").NotAudited();
}
