using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Identity;

namespace Pionir.Infrastructure.Persistence.Configurations.Identity;

internal sealed class DelegationConfiguration : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("delegations");
        builder
            .HasOne<Account>()
            .WithMany()
            .HasForeignKey(delegation => delegation.DelegateId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
