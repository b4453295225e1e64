using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Competencies;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence.Configurations.Competencies;

internal sealed class DictionaryVersionConfiguration : IEntityTypeConfiguration<DictionaryVersion>
{
    private const int NameMaximum = 200;

    public void Configure(EntityTypeBuilder<DictionaryVersion> builder)
    {
        builder.ToTable("dictionary_versions");
        builder.Property(version => version.Code).HasMaxLength(DictionaryVersion.CodeMaximum);
        builder.Property(version => version.Title).HasMaxLength(DictionaryVersion.TitleMaximum);
        builder.Property(version => version.Source).HasMaxLength(DictionaryVersion.SourceMaximum);
        builder.Property(version => version.DecreeNumber).HasMaxLength(DictionaryVersion.DecreeMaximum);
        builder.Property(version => version.DraftedByName).HasMaxLength(NameMaximum);
        builder.Property(version => version.PublishedByName).HasMaxLength(NameMaximum);
        builder.Ignore(version => version.IsPublic);
        builder.HasMany(version => version.Competencies).WithOne().HasForeignKey("VersionId").IsRequired();
    }
}

/// <summary>The content comes and goes as a whole with its version, whose entry the trail keeps.</summary>
internal sealed class CompetencyEntryConfiguration : IEntityTypeConfiguration<CompetencyEntry>
{
    public void Configure(EntityTypeBuilder<CompetencyEntry> builder)
    {
        builder.ToTable("competency_entries").NotAudited();
        builder.Property(entry => entry.Code).HasMaxLength(CompetencyEntry.CodeMaximum);
        builder.Property(entry => entry.Group).HasMaxLength(CompetencyEntry.GroupMaximum);
        builder.Property(entry => entry.Title).HasMaxLength(CompetencyEntry.TitleMaximum);
        builder.Property(entry => entry.Description).HasMaxLength(CompetencyEntry.DescriptionMaximum);
        builder.HasMany(entry => entry.Levels).WithOne().HasForeignKey("EntryId").IsRequired();
    }
}

internal sealed class CompetencyLevelConfiguration : IEntityTypeConfiguration<CompetencyLevel>
{
    public void Configure(EntityTypeBuilder<CompetencyLevel> builder)
    {
        builder.ToTable("competency_levels").NotAudited();
        builder.Property(level => level.Description).HasMaxLength(CompetencyLevel.DescriptionMaximum);
        builder.HasMany(level => level.Indicators).WithOne().HasForeignKey("LevelId").IsRequired();
    }
}

internal sealed class IndicatorConfiguration : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.ToTable("competency_indicators").NotAudited();
        builder.Property(indicator => indicator.Text).HasMaxLength(Indicator.TextMaximum);
    }
}
