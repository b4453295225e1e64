using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Infrastructure.Files;

namespace Pionir.Infrastructure.Persistence.Configurations.Files;

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFileRow>
{
    public void Configure(EntityTypeBuilder<StoredFileRow> builder)
    {
        builder.ToTable("stored_files");
        builder.HasKey(file => file.Hash);
    }
}
