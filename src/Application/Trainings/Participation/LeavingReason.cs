using Pionir.Domain.Common;

namespace Pionir.Application.Trainings.Participation;

/// <summary>
/// Why somebody left a list, in the reader's language where the product wrote it. It is kept by its Indonesian words,
/// as a person's own words are kept in the language they were written in.
/// </summary>
internal static class LeavingReason
{
    public static readonly LocalText NoAnswer = new(
        "Tidak menjawab sampai batas waktu",
        "No answer before the deadline"
    );

    public static readonly LocalText TrainingOver = new("Pelatihan sudah selesai", "The training is over");

    public static LocalText? Of(string? kept) =>
        kept is null ? null
        : kept == NoAnswer.Id ? NoAnswer
        : kept == TrainingOver.Id ? TrainingOver
        : new LocalText(kept, kept);
}
