using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Organization.ReferenceData;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence.Configurations.Organization;

internal sealed class ReferenceItemConfiguration : IEntityTypeConfiguration<ReferenceItem>
{
    public void Configure(EntityTypeBuilder<ReferenceItem> builder)
    {
        builder.ToTable("reference_items");
        builder.Property(item => item.Code).HasMaxLength(ReferenceItem.CodeMaximum);
        builder.Property(item => item.Citation).HasMaxLength(ReferenceItem.CitationMaximum);
        builder.Property(item => item.Values).HasReferenceValues();
        builder.ComplexProperty(
            item => item.Name,
            name =>
            {
                name.Property(text => text.Id).HasColumnName("name_id").HasMaxLength(ReferenceItem.NameMaximum);
                name.Property(text => text.En).HasColumnName("name_en").HasMaxLength(ReferenceItem.NameMaximum);
            }
        );
        builder.HasMany(item => item.Revisions).WithOne().HasForeignKey("ItemId").IsRequired();
        builder.Navigation(item => item.Revisions).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ReferenceRevisionConfiguration : IEntityTypeConfiguration<ReferenceRevision>
{
    public void Configure(EntityTypeBuilder<ReferenceRevision> builder)
    {
        // A record of what happened already; the trail keeps the change of the item itself.
        builder.ToTable("reference_revisions").NotAudited();
        builder.Property(revision => revision.Citation).HasMaxLength(ReferenceItem.CitationMaximum);
        builder.Property(revision => revision.ChangedByName).HasMaxLength(Author.NameMaximum);
        builder.Property(revision => revision.Reason).HasMaxLength(Author.ReasonMaximum);
        builder.Property(revision => revision.Values).HasReferenceValues();
        builder.ComplexProperty(
            revision => revision.Name,
            name =>
            {
                name.Property(text => text.Id).HasColumnName("name_id").HasMaxLength(ReferenceItem.NameMaximum);
                name.Property(text => text.En).HasColumnName("name_en").HasMaxLength(ReferenceItem.NameMaximum);
            }
        );
    }
}

internal static class ReferenceValuesMapping
{
    public static void HasReferenceValues(this PropertyBuilder<ReferenceValues> property) =>
        property.HasColumnType("jsonb").HasConversion(values => values.Json, json => ReferenceValues.Stored(json));
}
