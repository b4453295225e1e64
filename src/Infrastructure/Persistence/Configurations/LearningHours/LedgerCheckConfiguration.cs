using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.LearningHours;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence.Configurations.LearningHours;

/// <summary>A check is itself a record of what was looked at.</summary>
internal sealed class LedgerCheckConfiguration : IEntityTypeConfiguration<LedgerCheck>
{
    public void Configure(EntityTypeBuilder<LedgerCheck> builder)
    {
        builder.ToTable("ledger_checks").NotAudited();
        builder.HasMany(check => check.Faults).WithOne().HasForeignKey(fault => fault.CheckId);
    }
}

internal sealed class LedgerFaultConfiguration : IEntityTypeConfiguration<LedgerFault>
{
    public void Configure(EntityTypeBuilder<LedgerFault> builder)
    {
        builder.ToTable("ledger_faults").NotAudited();
        builder.HasKey(fault => new { fault.CheckId, fault.Position });
        builder.Property(fault => fault.Position).ValueGeneratedNever();
    }
}
