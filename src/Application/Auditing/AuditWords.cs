using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pionir.Application.Auditing;

/// <summary>
/// What the trail keeps by name, in people's words. They are the page's own (client-angular/public/i18n), so that a
/// file says what the screen says; audit-words.ts is the same for the page.
/// </summary>
internal sealed partial class AuditWords
{
    private static readonly string[] Groups = ["useCases", "subjects", "fields", "values"];

    public static readonly AuditWords Indonesian = new("id");
    public static readonly AuditWords English = new("en");

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> groups;

    private AuditWords(string language)
    {
        using var stream = typeof(AuditWords).Assembly.GetManifestResourceStream($"page-words.{language}.json")!;
        using var texts = JsonDocument.Parse(stream);
        var shell = texts.RootElement.GetProperty("shell");
        groups = Groups.ToFrozenDictionary(
            group => group,
            group =>
                shell
                    .GetProperty(group)
                    .EnumerateObject()
                    .ToFrozenDictionary(text => text.Name, text => text.Value.GetString()!)
        );
    }

    public string Action(string useCase) => Known("useCases", useCase) ?? Spaced(useCase);

    public string Subject(string type) => Known("subjects", type) ?? Spaced(type);

    /// <summary>A value inside another by its whole way: <c>Name.En</c> is "Name – English".</summary>
    public string Field(string name) =>
        string.Join(" – ", name.Split('.').Select(part => Known("fields", part) ?? Spaced(part)));

    /// <summary>A choice or yes/no in words; any other value as it is.</summary>
    public string Value(string value) => Known("values", value) ?? value;

    private string? Known(string group, string word) => groups[group].GetValueOrDefault(word);

    private static string Spaced(string name)
    {
        var words = WordStart().Replace(name, "$1 $2").ToLowerInvariant();
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex("([a-z])([A-Z])")]
    private static partial Regex WordStart();
}
