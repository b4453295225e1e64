using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Application.Common.Jobs;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence.Configurations.Common;

internal sealed class JobConfiguration : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder) => builder.ToTable("jobs").NotAudited();
}
