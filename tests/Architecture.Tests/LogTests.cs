using System.Text.RegularExpressions;

namespace Pionir.Architecture.Tests;

/// <summary>Names cannot be masked by their shape, so no log line is given one.</summary>
public sealed partial class LogTests
{
    /// <summary>Ids, counts, kinds and places of the program.</summary>
    private static readonly HashSet<string> Harmless =
    [
        "Address",
        "Attempt",
        "Count",
        "Days",
        "Id",
        "Kind",
        "Mail",
        "Migration",
        "Milliseconds",
        "Step",
        "Table",
        "Title",
        "UseCase",
        "UserId",
    ];

    [Fact]
    public void LogLines_TellIdsAndCounts_NeverPeople() =>
        Source
            .Files("src")
            .SelectMany(file => LogCall().Matches(file.Text).Select(call => (file.Path, Call: call.Value)))
            .SelectMany(found => Word().Matches(found.Call).Select(word => (found.Path, Word: word.Groups[1].Value)))
            .Where(found => !Harmless.Contains(found.Word))
            .ShouldBeEmpty();

    [Fact]
    public void LogLines_AreNeverPutTogetherFromValues() =>
        Source.Files("src").Where(file => Interpolated().IsMatch(file.Text)).Select(file => file.Path).ShouldBeEmpty();

    [GeneratedRegex(@"ogger\s*\.Log\w+\([^;]*;", RegexOptions.Singleline)]
    private static partial Regex LogCall();

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Word();

    [GeneratedRegex(@"ogger\s*\.Log\w+\([^;]*\$""", RegexOptions.Singleline)]
    private static partial Regex Interpolated();
}
