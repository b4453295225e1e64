using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Trainings;

namespace Pionir.Infrastructure.Persistence.Configurations.Trainings;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.Property(session => session.Start).HasColumnName("starts");
        builder.Property(session => session.End).HasColumnName("ends");
        builder.Property(session => session.Subject).HasMaxLength(Session.SubjectMaximum);
        builder.Property(session => session.Room).HasMaxLength(Session.RoomMaximum);
        builder.Property(session => session.OnlineLink).HasMaxLength(Training.LinkMaximum);
        builder.HasMany(session => session.Instructors).WithOne().HasForeignKey(instructor => instructor.SessionId);
    }
}
