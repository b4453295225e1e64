using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Trainings;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence.Configurations.Trainings;

internal sealed class RegistrationConfiguration : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> builder)
    {
        builder.ToTable("registrations");
        builder.Property(registration => registration.Name).HasMaxLength(ExternalPerson.NameMaximum);
        builder.Property(registration => registration.Email).HasMaxLength(ExternalPerson.EmailMaximum);
        builder.Property(registration => registration.Institution).HasMaxLength(ExternalPerson.InstitutionMaximum);
        builder
            .Property(registration => registration.IdentityNumber)
            .HasMaxLength(ExternalPerson.IdentityNumberMaximum);
        builder.Property(registration => registration.Note).HasMaxLength(Participant.ReasonMaximum);
        builder.Property(registration => registration.TokenHash).Secret();
        // The participant is saved first.
        builder
            .HasOne<Participant>()
            .WithMany()
            .HasForeignKey(registration => registration.ParticipantId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PersonalLinkConfiguration : IEntityTypeConfiguration<PersonalLink>
{
    public void Configure(EntityTypeBuilder<PersonalLink> builder)
    {
        builder.ToTable("personal_links");
        builder.Property(link => link.TokenHash).Secret();
    }
}
