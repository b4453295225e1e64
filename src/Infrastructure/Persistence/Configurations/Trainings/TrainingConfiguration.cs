using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Trainings;

namespace Pionir.Infrastructure.Persistence.Configurations.Trainings;

internal sealed class TrainingConfiguration : IEntityTypeConfiguration<Training>
{
    public void Configure(EntityTypeBuilder<Training> builder)
    {
        builder.ToTable("trainings");
        builder.Property(training => training.ActivityCode).HasMaxLength(Training.ActivityCodeMaximum);
        builder.Property(training => training.Title).HasMaxLength(Training.TitleMaximum);
        builder.Property(training => training.Form).HasMaxLength(Training.CodeMaximum);
        builder.Property(training => training.WorkingGroup).HasMaxLength(Training.CodeMaximum);
        builder.Property(training => training.TimeZone).HasMaxLength(Training.CodeMaximum);
        builder.Property(training => training.Start).HasColumnName("starts_on");
        builder.Property(training => training.End).HasColumnName("ends_on");
        builder.Property(training => training.Batch).HasMaxLength(Training.CodeMaximum);
        foreach (
            var text in (string[])
                [
                    nameof(Training.Organiser),
                    nameof(Training.Partner),
                    nameof(Training.City),
                    nameof(Training.Venue),
                    nameof(Training.BudgetSource),
                ]
        )
        {
            builder.Property<string?>(text).HasMaxLength(Training.ShortTextMaximum);
        }
        builder.Property(training => training.Country).HasMaxLength(Countries.Home.Length);
        builder.Property(training => training.OnlineLink).HasMaxLength(Training.LinkMaximum);
        builder.Property(training => training.TargetAudience).HasMaxLength(Training.LongTextMaximum);
        builder.Property(training => training.ProgrammeJpReason).HasMaxLength(Training.LongTextMaximum);
        builder.Property(training => training.Notes).HasMaxLength(Training.LongTextMaximum);
        builder.Property(training => training.BudgetNote).HasMaxLength(Training.NoteMaximum);
        builder.Property(training => training.BudgetCeiling).HasPrecision(18, 2);
        builder.Property(training => training.BudgetRealisation).HasPrecision(18, 2);
        builder.Property<string>(TrainingFilterQuery.SearchColumn).IsRequired().ValueGeneratedOnAddOrUpdate();
        builder.Property(training => training.SeatsChangedAt).ValueGeneratedOnAddOrUpdate();
        builder.Property(training => training.MinimumPostTestScore).HasPrecision(5, 2);
        builder.OwnsOne(
            training => training.Awarded,
            hours =>
            {
                hours.Property<TrainingId>("TrainingId").HasColumnName("id");
                hours.Property(given => given.Jp).HasColumnName("awarded_jp");
                hours.Property(given => given.Minutes).HasColumnName("awarded_minutes");
                hours.Property(given => given.RuleVersion).HasColumnName("awarded_rule_version");
                hours.Property(given => given.Calculation).HasColumnName("awarded_calculation");
            }
        );
        builder.HasMany(training => training.Competencies).WithOne().HasForeignKey(competency => competency.TrainingId);
        builder.HasMany(training => training.Sessions).WithOne().HasForeignKey(session => session.TrainingId);
        builder.HasMany(training => training.Documents).WithOne().HasForeignKey(document => document.TrainingId);
        builder.HasMany(training => training.Revisions).WithOne().HasForeignKey(revision => revision.TrainingId);
        builder.HasMany(training => training.Transitions).WithOne().HasForeignKey(transition => transition.TrainingId);
    }
}
