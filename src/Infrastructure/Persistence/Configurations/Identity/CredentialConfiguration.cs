using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Identity;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence.Configurations.Identity;

/// <summary>Not audited by its values: use cases note that a password changed, never to what.</summary>
internal sealed class CredentialConfiguration : IEntityTypeConfiguration<Credential>
{
    public void Configure(EntityTypeBuilder<Credential> builder)
    {
        builder.ToTable("credentials").NotAudited();
        builder.Property(credential => credential.Id).HasColumnName("account_id");
        builder.HasOne<Account>().WithOne().HasForeignKey<Credential>(credential => credential.Id);
    }
}
