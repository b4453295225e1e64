using Pionir.Domain.Trainings;

namespace Pionir.Application.Organization;

/// <summary>Reference items as trainings check them.</summary>
internal static class TrainingReads
{
    public static DocumentRequirement ToDocumentRequirement(this ReferenceEntry entry) =>
        new(
            Word<DeliveryScheme>(entry, "scheme"),
            Word<TrainingMove>(entry, "move"),
            Word<DocumentKind>(entry, "documentKind")
        );

    private static T Word<T>(ReferenceEntry entry, string name)
        where T : struct, Enum => Enum.Parse<T>(entry.Values.Text(name)!, ignoreCase: true);
}
