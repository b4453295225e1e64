using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Trainings;

namespace Pionir.Infrastructure.Persistence.Configurations.Trainings;

internal sealed class PlanRevisionConfiguration : IEntityTypeConfiguration<PlanRevision>
{
    public void Configure(EntityTypeBuilder<PlanRevision> builder)
    {
        builder.ToTable("plan_revisions");
        builder
            .Property(revision => revision.Competencies)
            .HasColumnType("jsonb")
            .HasConversion(
                targets => JsonSerializer.Serialize(targets, JsonSerializerOptions.Default),
                json => JsonSerializer.Deserialize<List<CompetencyTarget>>(json, JsonSerializerOptions.Default)!
            );
        builder.Property(revision => revision.ProgrammeJpReason).HasMaxLength(Training.LongTextMaximum);
        builder.Property(revision => revision.Reason).HasMaxLength(Training.NoteMaximum);
        builder.Property(revision => revision.Note).HasMaxLength(Training.NoteMaximum);
    }
}
