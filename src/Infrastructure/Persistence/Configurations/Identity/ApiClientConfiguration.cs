using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Identity;

namespace Pionir.Infrastructure.Persistence.Configurations.Identity;

internal sealed class ApiClientConfiguration : IEntityTypeConfiguration<ApiClient>
{
    public void Configure(EntityTypeBuilder<ApiClient> builder)
    {
        builder.ToTable("api_clients");
        builder.HasMany(client => client.Secrets).WithOne().HasForeignKey("ApiClientId").IsRequired();
        builder.Navigation(client => client.Secrets).AutoInclude();
    }
}
