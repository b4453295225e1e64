using Pionir.Domain.Certificates.Templates;

namespace Pionir.Application.Certificates.Templates;

/// <summary>A template with everything it prints: what rendering needs besides the snapshot.</summary>
/// <param name="Code">Of a published version; null for a draft, which is never kept compiled.</param>
/// <param name="Fonts">Uploaded fonts, by the id that blocks name.</param>
/// <param name="Pictures">By id.</param>
public sealed record TemplateMaterial(
    string? Code,
    TemplateDocument Document,
    IReadOnlyDictionary<string, TemplateFile> Fonts,
    IReadOnlyDictionary<Guid, TemplateFile> Pictures
);

/// <param name="Hash">Address of the content, by which what was read out of it is kept.</param>
public sealed record TemplateFile(string Hash, byte[] Content);
