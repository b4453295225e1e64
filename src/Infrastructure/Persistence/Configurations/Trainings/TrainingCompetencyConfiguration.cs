using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Trainings;

namespace Pionir.Infrastructure.Persistence.Configurations.Trainings;

internal sealed class TrainingCompetencyConfiguration : IEntityTypeConfiguration<TrainingCompetency>
{
    public void Configure(EntityTypeBuilder<TrainingCompetency> builder)
    {
        builder.ToTable("training_competencies");
        builder.HasKey(competency => new
        {
            competency.TrainingId,
            competency.CompetencyId,
            competency.Level,
        });
    }
}
