using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Application.Organization;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Infrastructure.Persistence.Configurations.Organization;

internal sealed class InstitutionVersionConfiguration : IEntityTypeConfiguration<InstitutionVersion>
{
    public void Configure(EntityTypeBuilder<InstitutionVersion> builder)
    {
        builder.ToTable("institution_versions");
        builder
            .Property(version => version.Settings)
            .HasColumnType("jsonb")
            .HasConversion(settings => SettingsJson.Write(settings), json => SettingsJson.Read(json));
        builder.Property(version => version.ChangedByName).HasMaxLength(InstitutionVersion.ChangedByMaximum);
        builder.Property(version => version.Reason).HasMaxLength(InstitutionVersion.ReasonMaximum);
    }
}
