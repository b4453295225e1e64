using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Trainings;
using Pionir.Infrastructure.Files;

namespace Pionir.Infrastructure.Persistence.Configurations.Trainings;

internal sealed class TrainingDocumentConfiguration : IEntityTypeConfiguration<TrainingDocument>
{
    public void Configure(EntityTypeBuilder<TrainingDocument> builder)
    {
        builder.ToTable("training_documents");
        builder.Property(document => document.Number).HasMaxLength(TrainingDocument.NumberMaximum);
        builder.HasOne<StoredFileRow>().WithMany().HasForeignKey(document => document.FileHash);
    }
}
