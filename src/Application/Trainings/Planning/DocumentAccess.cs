using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

internal static class DocumentAccess
{
    public static readonly DocumentKind[] ForEverybody = [DocumentKind.Flyer, DocumentKind.Curriculum];

    /// <summary>Papers that advertise a training; contracts and letters stay with those who run it.</summary>
    public static bool IsForEverybody(DocumentKind kind) => ForEverybody.Contains(kind);
}
