namespace Pionir.Domain.Organization.ReferenceData;

/// <summary>One typed value of a kind, as the editor shows it and the domain checks it.</summary>
/// <param name="Name">Property of the stored object, in camel case.</param>
/// <param name="Choices">The words allowed when <paramref name="Type"/> is a choice.</param>
/// <param name="RefersTo">The kind whose codes are allowed when <paramref name="Type"/> is a reference.</param>
public sealed record ReferenceField(
    string Name,
    ReferenceFieldType Type,
    bool Required = false,
    int Minimum = 0,
    int Maximum = 1_000_000,
    int Length = 200,
    IReadOnlyList<string>? Choices = null,
    ReferenceKind? RefersTo = null
);

public enum ReferenceFieldType
{
    Text,
    WholeNumber,
    Flag,
    Choice,
    WholeNumbers,
    Reference,
}
