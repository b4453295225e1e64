using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Application.Common.Notifications;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence.Configurations.Common;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        // What is told of is audited; the telling is not.
        builder.ToTable("notifications").NotAudited().CopiedWhenMany();
        builder.Property(found => found.Code).HasMaxLength(Notification.CodeMaximum);
        builder.Property(found => found.Link).HasMaxLength(Notification.LinkMaximum);
        builder.Property(found => found.Arguments).HasColumnType("jsonb");
    }
}
