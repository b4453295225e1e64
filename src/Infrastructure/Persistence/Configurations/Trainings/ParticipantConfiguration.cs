using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Trainings;

namespace Pionir.Infrastructure.Persistence.Configurations.Trainings;

internal sealed class ParticipantConfiguration : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.ToTable("participants");
        builder.Property(participant => participant.Name).HasMaxLength(ExternalPerson.NameMaximum);
        builder.Property(participant => participant.IdentityNumber).HasMaxLength(Participant.IdentityNumberMaximum);
        builder.Property(participant => participant.Affiliation).HasMaxLength(ExternalPerson.InstitutionMaximum);
        builder.Property(participant => participant.ExternalEmail).HasMaxLength(ExternalPerson.EmailMaximum);
        builder.Property(participant => participant.Note).HasMaxLength(Participant.ReasonMaximum);
        builder.Property(participant => participant.Reason).HasMaxLength(Participant.ReasonMaximum);
        builder.Property(participant => participant.PostTestScore).HasPrecision(5, 2);
        builder.OwnsOne(
            participant => participant.ExternalCertificate,
            certificate =>
            {
                certificate.Property<ParticipantId>("ParticipantId").HasColumnName("id");
                certificate.Property(file => file.FileHash).HasColumnName("certificate_file_hash");
                certificate.Property(file => file.FileName).HasColumnName("certificate_file_name");
                certificate.Property(file => file.ContentType).HasColumnName("certificate_content_type");
                certificate
                    .Property(file => file.Number)
                    .HasColumnName("certificate_number")
                    .HasMaxLength(ExternalCertificate.NumberMaximum);
            }
        );
        builder.HasOne<Training>().WithMany().HasForeignKey(participant => participant.TrainingId);
        builder.HasOne<Participant>().WithMany().HasForeignKey(participant => participant.ReplacedById);
    }
}
