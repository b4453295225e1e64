using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Infrastructure.Auditing;
using Pionir.Infrastructure.Mail;

namespace Pionir.Infrastructure.Persistence.Configurations.Common;

internal sealed class OutboxMailConfiguration : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder) =>
        builder.ToTable("mail_outbox").NotAudited().CopiedWhenMany();
}

internal sealed class DemoMailConfiguration : IEntityTypeConfiguration<DemoMail>
{
    public void Configure(EntityTypeBuilder<DemoMail> builder) => builder.ToTable("demo_mails").NotAudited();
}
