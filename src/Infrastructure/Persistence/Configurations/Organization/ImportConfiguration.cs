using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Organization.Imports;

namespace Pionir.Infrastructure.Persistence.Configurations.Organization;

internal sealed class ImportConfiguration : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("imports");
        builder.ComplexProperty(
            import => import.Counts,
            counts =>
            {
                counts.Ignore(count => count.ToApply);
                counts.Ignore(count => count.LeftOut);
                counts.Property(count => count.Total).HasColumnName("total");
                counts.Property(count => count.New).HasColumnName("new");
                counts.Property(count => count.Changed).HasColumnName("changed");
                counts.Property(count => count.Leaving).HasColumnName("leaving");
                counts.Property(count => count.Unchanged).HasColumnName("unchanged");
                counts.Property(count => count.Wrong).HasColumnName("wrong");
                counts.Property(count => count.Doubtful).HasColumnName("doubtful");
            }
        );
    }
}
