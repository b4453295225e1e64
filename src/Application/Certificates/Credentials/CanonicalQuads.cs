using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pionir.Application.Certificates.Credentials;

/// <summary>
/// A credential as the sorted RDF statements that signatures are made over (RDF Dataset Canonicalization 1.0), so that a
/// verifier gets the same text whatever order, spaces and shorthand the JSON has. Nodes without an address are numbered by
/// what is said about them; ours always differ in that, so the part of the algorithm for indistinguishable nodes is not
/// needed and would be refused aloud.
/// </summary>
internal sealed class CanonicalQuads
{
    private const string RdfType = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";

    private readonly List<Quad> quads = [];
    private int blanks;

    /// <param name="node">Without its proof.</param>
    public static string Of(JsonObject node)
    {
        var writer = new CanonicalQuads();
        writer.Add(node);
        return writer.Canonical();
    }

    private string Add(JsonObject node)
    {
        var subject = node["id"] is { } id ? Address(Text(id)) : $"_:b{blanks++}";
        foreach (var (name, value) in node)
        {
            if (name is "@context" or "id" || value is null)
                continue;
            foreach (var one in value as JsonArray ?? new List<JsonNode?> { value }.AsEnumerable())
            {
                if (name == "type")
                    quads.Add(new Quad(subject, RdfType, Address(CredentialTerms.Types[Text(one!)])));
                else
                    AddValue(subject, TermOf(name, node), one!);
            }
        }
        return subject;
    }

    private void AddValue(string subject, CredentialTerm term, JsonNode value)
    {
        var content = value switch
        {
            JsonObject node => Add(node),
            _ when term.IsReference => Address(term.Vocabulary + Text(value)),
            _ => Literal(Text(value), term.Type),
        };
        quads.Add(new Quad(subject, Address(term.Predicate), content));
    }

    private string Canonical()
    {
        var names = quads
            .SelectMany(quad => new[] { quad.Subject, quad.Object })
            .Where(IsBlank)
            .Distinct()
            .Select(blank => (Blank: blank, Hash: HashOf(blank)))
            .OrderBy(one => one.Hash, StringComparer.Ordinal)
            .ToList();
        if (names.DistinctBy(one => one.Hash).Count() < names.Count)
            throw new InvalidOperationException("A credential has two nodes of which the same is said.");
        var canonical = names.Index().ToDictionary(one => one.Item.Blank, one => $"_:c14n{one.Index}");
        return Lines(term => canonical.GetValueOrDefault(term, term), quads);
    }

    private string HashOf(string blank)
    {
        var about = Lines(
            term =>
                !IsBlank(term) ? term
                : term == blank ? "_:a"
                : "_:z",
            quads.Where(quad => quad.Subject == blank || quad.Object == blank)
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(about)));
    }

    private static string Lines(Func<string, string> name, IEnumerable<Quad> quads) =>
        string.Concat(
            quads
                .Select(quad => $"{name(quad.Subject)} {quad.Predicate} {name(quad.Object)} .\n")
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    private static CredentialTerm TermOf(string name, JsonObject within) =>
        name switch
        {
            "resultDescription" => CredentialTerms.ResultDescription(inResult: within.ContainsKey("value")),
            "resultType" => CredentialTerms.ResultType,
            _ => CredentialTerms.Properties[name],
        };

    private static bool IsBlank(string term) => term.StartsWith("_:", StringComparison.Ordinal);

    private static string Address(string address) => $"<{address}>";

    private static string Text(JsonNode value) =>
        value.GetValueKind() is JsonValueKind.True or JsonValueKind.False
            ? value.ToJsonString()
            : value.GetValue<string>();

    private static string Literal(string text, string? type)
    {
        var literal = new StringBuilder("\"", text.Length + 2);
        foreach (var letter in text)
        {
            literal = letter switch
            {
                '"' => literal.Append("\\\""),
                '\\' => literal.Append("\\\\"),
                '\n' => literal.Append("\\n"),
                '\r' => literal.Append("\\r"),
                '\t' => literal.Append("\\t"),
                '\b' => literal.Append("\\b"),
                '\f' => literal.Append("\\f"),
                < ' ' or '\u007F' => literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ => literal.Append(letter),
            };
        }
        literal.Append('"');
        return type is null ? literal.ToString() : literal.Append("^^").Append(Address(type)).ToString();
    }

    private readonly record struct Quad(string Subject, string Predicate, string Object);
}
