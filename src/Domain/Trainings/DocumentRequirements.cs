namespace Pionir.Domain.Trainings;

/// <summary>One line of the institution's table: with this scheme, this move needs a document of this kind.</summary>
public sealed record DocumentRequirement(DeliveryScheme Scheme, TrainingMove Move, DocumentKind Kind);

/// <summary>The institution's table of required documents.</summary>
public sealed record DocumentRequirements(IReadOnlyList<DocumentRequirement> Lines)
{
    public static readonly DocumentRequirements None = new([]);

    public IEnumerable<DocumentRequirement> Of(DeliveryScheme scheme) => Lines.Where(line => line.Scheme == scheme);

    public IEnumerable<DocumentKind> For(DeliveryScheme scheme, TrainingMove move) =>
        Of(scheme).Where(line => line.Move == move).Select(line => line.Kind).Distinct();
}
