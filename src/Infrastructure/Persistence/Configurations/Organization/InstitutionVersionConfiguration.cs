using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Infrastructure.Persistence.Configurations.Organization;

internal sealed class InstitutionVersionConfiguration : IEntityTypeConfiguration<InstitutionVersion>
{
    private static readonly JsonSerializerOptions Stored = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public void Configure(EntityTypeBuilder<InstitutionVersion> builder)
    {
        builder.ToTable("institution_versions");
        builder
            .Property(version => version.Settings)
            .HasColumnType("jsonb")
            .HasConversion(
                settings => JsonSerializer.Serialize(settings, Stored),
                json => JsonSerializer.Deserialize<InstitutionSettings>(json, Stored)!
            );
        builder.Property(version => version.ChangedByName).HasMaxLength(InstitutionVersion.ChangedByMaximum);
        builder.Property(version => version.Reason).HasMaxLength(InstitutionVersion.ReasonMaximum);
    }
}
