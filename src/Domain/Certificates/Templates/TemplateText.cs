using System.Text;
using Pionir.Domain.Common;

namespace Pionir.Domain.Certificates.Templates;

/// <summary>
/// The text of a block, read once: words, fields in braces, and passages in square brackets that are left out when a
/// field inside them is empty. A doubled brace or bracket stands for itself.
/// </summary>
public sealed class TemplateText
{
    private readonly IReadOnlyList<Part> parts;

    private TemplateText(IReadOnlyList<Part> parts) => this.parts = parts;

    public IEnumerable<TemplateField> Fields => parts.Select(part => part.Field).OfType<TemplateField>();

    /// <summary>What is the same on every certificate.</summary>
    public string Fixed => string.Concat(parts.Where(part => part.Field is null).Select(part => part.Words));

    public static Result<TemplateText> Parse(string text)
    {
        var parts = new List<Part>();
        var words = new StringBuilder();
        var passage = 0;
        var inside = false;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter is '{' or '}' or '[' or ']' && at + 1 < text.Length && text[at + 1] == letter)
            {
                words.Append(letter);
                at++;
            }
            else if (letter is '[' or ']')
            {
                // Passages cannot hold passages.
                if (inside == (letter == '['))
                    return TemplateProblemErrors.Brackets();
                Flush();
                inside = !inside;
                if (inside)
                    passage++;
            }
            else if (letter == '}')
            {
                return TemplateProblemErrors.Braces();
            }
            else if (letter == '{')
            {
                var close = text.IndexOf('}', at);
                if (close < 0)
                    return TemplateProblemErrors.Braces();
                var read = Field(text[(at + 1)..close]);
                if (!read.IsSuccess)
                    return read.Error;
                Flush();
                parts.Add(read.Value with { Passage = inside ? passage : 0 });
                at = close;
            }
            else
            {
                words.Append(letter);
            }
        }
        if (inside)
            return TemplateProblemErrors.Brackets();
        Flush();
        return new TemplateText(parts);

        void Flush()
        {
            if (words.Length > 0)
                parts.Add(new Part(words.ToString(), null, "", inside ? passage : 0));
            words.Clear();
        }
    }

    /// <param name="dots">Thousands have a dot, as Indonesians write them; versions published earlier have none.</param>
    public string Print(CertificateSnapshot snapshot, bool dots)
    {
        var printed = parts.Select(part => part.Field?.Print(snapshot, part.Format, dots) ?? part.Words).ToArray();
        var empty = parts
            .Where((part, at) => part is { Passage: > 0, Field: not null } && printed[at].Length == 0)
            .Select(part => part.Passage)
            .ToHashSet();
        return string.Concat(printed.Where((_, at) => !empty.Contains(parts[at].Passage)));
    }

    private static Result<Part> Field(string inner)
    {
        var colon = inner.IndexOf(':', StringComparison.Ordinal);
        var (name, format) = colon < 0 ? (inner, "") : (inner[..colon], inner[(colon + 1)..]);
        if (TemplateField.Find(name) is not { } field)
            return TemplateProblemErrors.FieldUnknown(Shown(name));
        if (colon >= 0 && !field.Formats.Contains(format))
            return TemplateProblemErrors.FormatUnknown(name, Shown(format), field.Formats);
        return new Part("", field, colon < 0 ? field.Formats[0] : format, 0);
    }

    private static string Shown(string word) => word.Length > 40 ? $"{word[..40]}…" : word;

    private sealed record Part(string Words, TemplateField? Field, string Format, int Passage);
}
