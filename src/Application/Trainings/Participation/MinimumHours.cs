using Pionir.Application.Organization;
using Pionir.Domain.Organization.ReferenceData;

namespace Pionir.Application.Trainings.Participation;

/// <summary>
/// JP that people must reach in a year, by employment type as the reference data has it on a day. Who has only a
/// maximum owes nothing, and is recommended for nothing.
/// </summary>
internal sealed record MinimumHours(string[] Types, int[] Jp)
{
    public static MinimumHours Of(ReferenceBook book, DateOnly on)
    {
        var rows = book.All(ReferenceKind.JpTargets, on)
            .Select(entry => (entry.Code, Jp: book.TargetOf(entry.Code, on).MinimumJp))
            .Where(row => row.Jp is > 0)
            .ToList();
        return new([.. rows.Select(row => row.Code.ToLowerInvariant())], [.. rows.Select(row => row.Jp!.Value)]);
    }
}
