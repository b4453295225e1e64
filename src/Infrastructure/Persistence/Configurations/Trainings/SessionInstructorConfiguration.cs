using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Trainings;

namespace Pionir.Infrastructure.Persistence.Configurations.Trainings;

internal sealed class SessionInstructorConfiguration : IEntityTypeConfiguration<SessionInstructor>
{
    public void Configure(EntityTypeBuilder<SessionInstructor> builder)
    {
        builder.ToTable("session_instructors");
        builder.Property(instructor => instructor.Name).HasMaxLength(SessionInstructor.NameMaximum);
        builder.Property(instructor => instructor.Institution).HasMaxLength(SessionInstructor.InstitutionMaximum);
    }
}
