using Pionir.Domain.Common;

namespace Pionir.Domain.Certificates.Templates;

public enum TemplateProblemSeverity
{
    /// <summary>It prints, but perhaps not as wished.</summary>
    Warning,

    /// <summary>It must be mended before the template is published.</summary>
    Error,
}

/// <summary>Something that would go wrong on paper, found while designing.</summary>
/// <param name="BlockId">Null when it concerns the whole template.</param>
public sealed record TemplateProblem(TemplateProblemSeverity Severity, Error Error, string? BlockId)
{
    public static TemplateProblem Wrong(Error error, string? block = null) =>
        new(TemplateProblemSeverity.Error, error, block);

    public static TemplateProblem Doubtful(Error error, string? block = null) =>
        new(TemplateProblemSeverity.Warning, error, block);
}
