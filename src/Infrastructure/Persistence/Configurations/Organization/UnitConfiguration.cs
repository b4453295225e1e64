using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Organization.Units;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence.Configurations.Organization;

internal sealed class UnitConfiguration : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("units");
        builder
            .HasMany(unit => unit.Periods)
            .WithOne()
            .HasForeignKey(period => period.UnitId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(unit => unit.Periods).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class UnitPeriodConfiguration : IEntityTypeConfiguration<UnitPeriod>
{
    public void Configure(EntityTypeBuilder<UnitPeriod> builder)
    {
        // The unit's own entry already says what changed.
        builder.ToTable("unit_periods").NotAudited();
        builder.HasKey(period => new { period.UnitId, period.ValidFrom });
    }
}
