using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Identity;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence.Configurations.Identity;

/// <summary>The audit trail has it already: as the assignment that went.</summary>
internal sealed class PastRoleConfiguration : IEntityTypeConfiguration<PastRole>
{
    public void Configure(EntityTypeBuilder<PastRole> builder) => builder.ToTable("past_roles").NotAudited();
}
