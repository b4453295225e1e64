using System.Text.RegularExpressions;

namespace Pionir.Architecture.Tests;

/// <summary>A checklist that names tests which are gone would lull its reader.</summary>
public sealed partial class SecurityChecklistTests
{
    private static readonly string Checklist = File.ReadAllText(Path.Combine(Source.Root, "build/security.md"));

    [Fact]
    public void EveryTestThatIsNamed_IsThere()
    {
        var tests = Source.Files("tests").Select(file => file.Text).ToList();

        NamedTest()
            .Matches(Checklist)
            .Select(match => (Class: match.Groups[1].Value, Method: match.Groups[2].Value))
            .Where(named =>
                !tests.Exists(text =>
                    text.Contains($"class {named.Class}", StringComparison.Ordinal)
                    && text.Contains($" {named.Method}(", StringComparison.Ordinal)
                )
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void EveryFileThatIsNamed_IsThere() =>
        NamedFile()
            .Matches(Checklist)
            .Select(match => match.Groups[1].Value)
            .Where(file => !File.Exists(Path.Combine(Source.Root, file)))
            .ShouldBeEmpty();

    [Fact]
    public void EveryLine_HasAProof_OrSaysThatItIsOpen() =>
        Checklist
            .Split('\n')
            .Where(line =>
                line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| item", StringComparison.Ordinal)
            )
            .Where(line => !line.StartsWith("| ---", StringComparison.Ordinal))
            .Where(line =>
                line.Split('|')[^2] is var proof
                && !proof.Contains('`')
                && !proof.Contains("**open**", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"`([\w./-]+\.(?:cs|csproj|json|md|props|ts))`")]
    private static partial Regex NamedFile();
}
