using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Trainings;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence.Configurations.Trainings;

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.Property(invitation => invitation.TokenHash).Secret();
        builder
            .HasOne<Participant>()
            .WithMany()
            .HasForeignKey(invitation => invitation.ParticipantId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UnitQuotaConfiguration : IEntityTypeConfiguration<UnitQuota>
{
    public void Configure(EntityTypeBuilder<UnitQuota> builder)
    {
        builder.ToTable("unit_quotas");
        builder.HasKey(quota => new { quota.TrainingId, quota.UnitId });
    }
}
