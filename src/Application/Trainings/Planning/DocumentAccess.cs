using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

internal static class DocumentAccess
{
    public static readonly DocumentKind[] ForEverybody = [DocumentKind.Flyer, DocumentKind.Curriculum];

    /// <summary>What whoever takes part holds in hand: the order to come, too.</summary>
    public static readonly DocumentKind[] ForParticipants =
    [
        .. ForEverybody,
        DocumentKind.AssignmentLetter,
        DocumentKind.Invitation,
    ];

    /// <summary>Papers that advertise a training; contracts and letters stay with those who run it.</summary>
    public static bool IsForEverybody(DocumentKind kind) => ForEverybody.Contains(kind);

    public static bool IsForParticipants(DocumentKind kind) => ForParticipants.Contains(kind);
}
