using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Identity;

namespace Pionir.Infrastructure.Persistence.Configurations.Identity;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.HasMany(account => account.Roles).WithOne().HasForeignKey("AccountId").IsRequired();
        builder.Navigation(account => account.Roles).AutoInclude();
        builder.HasMany(account => account.PastRoles).WithOne().HasForeignKey("AccountId").IsRequired();
    }
}
