using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Application.Common.OwnData;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence.Configurations.Common;

internal sealed class OwnDataExportConfiguration : IEntityTypeConfiguration<OwnDataExport>
{
    public void Configure(EntityTypeBuilder<OwnDataExport> builder) =>
        // That it was asked for and fetched is audited; the copy itself has no place in the trail.
        builder.ToTable("own_data_exports").NotAudited();
}
