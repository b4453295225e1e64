using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.LearningHours;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence.Configurations.LearningHours;

internal sealed class YearClosingConfiguration : IEntityTypeConfiguration<YearClosing>
{
    public void Configure(EntityTypeBuilder<YearClosing> builder) => builder.ToTable("year_closings");
}

/// <summary>Written by one statement for millions; the closing itself is audited.</summary>
internal sealed class YearResultConfiguration : IEntityTypeConfiguration<YearResult>
{
    public void Configure(EntityTypeBuilder<YearResult> builder)
    {
        builder.ToTable("year_results").NotAudited();
        builder.HasKey(result => new { result.EmployeeId, result.ClosingId });
    }
}
