using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Trainings;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence.Configurations.Trainings;

internal sealed class TrainingTransitionConfiguration : IEntityTypeConfiguration<TrainingTransition>
{
    public void Configure(EntityTypeBuilder<TrainingTransition> builder)
    {
        builder.ToTable("training_transitions");
        builder.Property(transition => transition.From).HasColumnName("from_state");
        builder.Property(transition => transition.To).HasColumnName("to_state");
        builder.Property(transition => transition.Note).HasMaxLength(Training.NoteMaximum);
        // A record of what happened itself; the change of the state is audited with the training.
        builder.NotAudited();
    }
}
