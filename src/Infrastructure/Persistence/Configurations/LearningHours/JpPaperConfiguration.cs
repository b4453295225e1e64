using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.LearningHours;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence.Configurations.LearningHours;

internal sealed class JpPaperConfiguration : IEntityTypeConfiguration<JpPaper>
{
    public void Configure(EntityTypeBuilder<JpPaper> builder) => builder.ToTable("jp_papers").NotAudited();
}
