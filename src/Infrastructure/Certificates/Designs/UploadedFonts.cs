using System.Collections.Concurrent;
using Pionir.Application.Certificates.Templates;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates.Designs;

/// <summary>Fonts from the file store, each parsed once; only those that passed <see cref="FontReader"/> lie there.</summary>
internal static class UploadedFonts
{
    private static readonly ConcurrentDictionary<string, TrueTypeFont> Parsed = new();

    public static TrueTypeFont Parse(TemplateFile file) =>
        Parsed.GetOrAdd(file.Hash, static (_, content) => TrueTypeFont.Of(content), file.Content);
}
