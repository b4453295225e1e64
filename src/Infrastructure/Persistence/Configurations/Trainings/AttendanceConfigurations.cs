using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Trainings;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence.Configurations.Trainings;

internal sealed class AttendanceMarkConfiguration : IEntityTypeConfiguration<AttendanceMark>
{
    public void Configure(EntityTypeBuilder<AttendanceMark> builder)
    {
        // Marks are their own history: who, when, and what they replaced and why.
        builder.ToTable("attendance_marks").NotAudited();
        builder.Property(mark => mark.Reason).HasMaxLength(AttendanceMark.ReasonMaximum);
    }
}

internal sealed class CheckInWindowConfiguration : IEntityTypeConfiguration<CheckInWindow>
{
    public void Configure(EntityTypeBuilder<CheckInWindow> builder)
    {
        builder.ToTable("check_in_windows");
        builder.Property(window => window.Secret).Secret();
    }
}

internal sealed class CoachingAgreementConfiguration : IEntityTypeConfiguration<CoachingAgreement>
{
    public void Configure(EntityTypeBuilder<CoachingAgreement> builder)
    {
        builder.ToTable("coaching_agreements");
        builder.Property(agreement => agreement.CoachName).HasMaxLength(CoachingAgreement.CoachMaximum);
        builder.Property(agreement => agreement.Goal).HasMaxLength(CoachingAgreement.GoalMaximum);
        builder.HasMany(agreement => agreement.Meetings).WithOne().HasForeignKey(meeting => meeting.AgreementId);
    }
}

internal sealed class CoachingMeetingConfiguration : IEntityTypeConfiguration<CoachingMeeting>
{
    public void Configure(EntityTypeBuilder<CoachingMeeting> builder)
    {
        builder.ToTable("coaching_meetings");
        builder.Property(meeting => meeting.Topic).HasMaxLength(CoachingMeeting.TopicMaximum);
        builder.Property(meeting => meeting.Outcome).HasMaxLength(CoachingMeeting.OutcomeMaximum);
    }
}
