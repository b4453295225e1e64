using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Certificates.Templates;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence.Configurations.Certificates;

internal sealed class CertificateTemplateConfiguration : IEntityTypeConfiguration<CertificateTemplate>
{
    public void Configure(EntityTypeBuilder<CertificateTemplate> builder)
    {
        builder.ToTable("certificate_templates");
        builder.Property(template => template.Name).HasMaxLength(CertificateTemplate.NameMaximum);
        // Versions keep what was published; a draft that is saved every few seconds would only fill the trail.
        builder.Property(template => template.Draft).Secret();
        builder.Property(template => template.PublishedHash).Secret();
    }
}

internal sealed class TemplateVersionConfiguration : IEntityTypeConfiguration<TemplateVersion>
{
    public void Configure(EntityTypeBuilder<TemplateVersion> builder)
    {
        builder.ToTable("certificate_template_versions");
        builder.Property(version => version.Document).Secret();
        builder.Property(version => version.ContentHash).Secret();
    }
}

internal sealed class TemplateAssignmentConfiguration : IEntityTypeConfiguration<TemplateAssignment>
{
    public void Configure(EntityTypeBuilder<TemplateAssignment> builder) =>
        builder.ToTable("certificate_template_assignments");
}

internal sealed class CertificateFontConfiguration : IEntityTypeConfiguration<CertificateFont>
{
    public void Configure(EntityTypeBuilder<CertificateFont> builder)
    {
        builder.ToTable("certificate_fonts");
        builder.Property(font => font.Name).HasMaxLength(CertificateFont.NameMaximum);
        builder.Property(font => font.Licence).HasMaxLength(CertificateFont.LicenceMaximum);
    }
}

internal sealed class CertificatePictureConfiguration : IEntityTypeConfiguration<CertificatePicture>
{
    public void Configure(EntityTypeBuilder<CertificatePicture> builder) => builder.ToTable("certificate_pictures");
}
