using System.Text.RegularExpressions;

namespace Pionir.Architecture.Tests;

public sealed partial class SourceTests
{
    private const int MaximumLines = 300;

    [Fact]
    public void CSharpFiles_StayReadable() =>
        Source
            .Files("src")
            .Concat(Source.Files("tests"))
            .Where(file => file.Text.Count(character => character == '\n') > MaximumLines)
            .Select(file => file.Path)
            .ShouldBeEmpty();

    [Fact]
    public void Time_ComesFromTimeProvider() =>
        Source.Files("src").Where(file => SystemClock().IsMatch(file.Text)).Select(file => file.Path).ShouldBeEmpty();

    [Fact]
    public void Names_SayWhatAThingDoes() =>
        Source
            .Files("src")
            .Where(file => VagueName().IsMatch(Path.GetFileNameWithoutExtension(file.Path)))
            .Select(file => file.Path)
            .ShouldBeEmpty();

    [Fact]
    public void Comments_LeaveNothingForLater() =>
        Source.Files("src").Where(file => Later().IsMatch(file.Text)).Select(file => file.Path).ShouldBeEmpty();

    /// <summary>JSON may hold null wherever it holds an object, and the rules of its parts pass over it.</summary>
    [Fact]
    public void Lists_AreAskedForEmptyLines() =>
        Source.Files("src").Where(file => UnaskedLine().IsMatch(file.Text)).Select(file => file.Path).ShouldBeEmpty();

    [GeneratedRegex(@"RuleForEach\([^()]*=>[^()]*\)\s*\.(?!NotNull|NotEmpty)")]
    private static partial Regex UnaskedLine();

    [GeneratedRegex(@"\bDate(Time|TimeOffset)\.(UtcNow|Now|Today)\b")]
    private static partial Regex SystemClock();

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utility|Utilities)$")]
    private static partial Regex VagueName();

    [GeneratedRegex(@"//\s*(TODO|FIXME|HACK|XXX)\b|#region")]
    private static partial Regex Later();
}
