using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pionir.Domain.Trainings;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence.Configurations.Trainings;

internal sealed class TimetableNoticeConfiguration : IEntityTypeConfiguration<TimetableNotice>
{
    public void Configure(EntityTypeBuilder<TimetableNotice> builder)
    {
        // The changes themselves are in the trail of the training.
        builder.ToTable("timetable_notices").NotAudited();
        builder.Property(notice => notice.Id).HasColumnName("training_id").ValueGeneratedNever();
        builder
            .Property(notice => notice.Before)
            .HasColumnType("jsonb")
            .HasConversion(
                spots => JsonSerializer.Serialize(spots, JsonSerializerOptions.Default),
                json => JsonSerializer.Deserialize<List<SessionSpot>>(json, JsonSerializerOptions.Default)!,
                OneByOne<SessionSpot>()
            );
        builder
            .Property(notice => notice.Teaching)
            .HasColumnType("jsonb")
            .HasConversion(
                pairs => JsonSerializer.Serialize(pairs, JsonSerializerOptions.Default),
                json => JsonSerializer.Deserialize<List<SessionTeacher>>(json, JsonSerializerOptions.Default)!,
                OneByOne<SessionTeacher>()
            );
    }

    private static ValueComparer<IReadOnlyList<T>> OneByOne<T>() =>
        new(
            (one, other) => one!.SequenceEqual(other!),
            list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
            list => list.ToList()
        );
}
