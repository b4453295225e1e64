using System.Text.RegularExpressions;
using Pionir.Api.Errors;
using Pionir.Domain.Common;

namespace Pionir.Architecture.Tests;

/// <summary>A refusal nobody can read is a defect: every code has texts in both languages that name the same values.</summary>
public sealed partial class ErrorTextTests
{
    [Fact]
    public void EveryCode_HasTextsInBothLanguages()
    {
        var codes = Source
            .Files("src")
            .Where(file => file.Path.EndsWith("Errors.cs", StringComparison.Ordinal))
            .SelectMany(file => Code().Matches(file.Text).Select(match => match.Groups[1].Value))
            .ToHashSet();

        codes.Count.ShouldBeGreaterThan(20);
        codes.Except(ErrorTexts.Codes).ShouldBeEmpty();
    }

    [Fact]
    public void BothLanguages_SayTitleAndDetail()
    {
        var incomplete = ErrorTexts
            .Codes.Select(code => (code, texts: ErrorTexts.Of(Error.Rule(code))))
            .Where(pair =>
                pair.texts.Id.Title.Length == 0
                || pair.texts.Id.Detail.Length == 0
                || pair.texts.En.Title.Length == 0
                || pair.texts.En.Detail.Length == 0
            )
            .Select(pair => pair.code);

        incomplete.ShouldBeEmpty();
    }

    [Fact]
    public void BothLanguages_NameTheSameValues()
    {
        var different = ErrorTexts
            .Codes.Select(code => (code, texts: ErrorTexts.Of(Error.Rule(code))))
            .Where(pair => !Values(pair.texts.Id).SetEquals(Values(pair.texts.En)))
            .Select(pair => pair.code);

        different.ShouldBeEmpty();
    }

    /// <summary>Codes are written whole, or by their last word behind a beginning that several share.</summary>
    [Fact]
    public void NoText_IsLeftOfACodeThatNothingSays()
    {
        var words = Source
            .Files("src")
            .SelectMany(file => Word().Matches(file.Text).Select(match => match.Groups[1].Value))
            .ToHashSet();

        ErrorTexts.Codes.Where(code => !words.Contains(code) && !words.Contains(code.Split('.')[^1])).ShouldBeEmpty();
    }

    private static HashSet<string> Values(ErrorText text) =>
        Placeholder().Matches(text.Title + " " + text.Detail).Select(match => match.Value).ToHashSet();

    [GeneratedRegex(
        """
            "([a-z_]+\.[a-z_0-9]+)"
            """
    )]
    private static partial Regex Code();

    [GeneratedRegex(
        """
            "([a-z_.0-9]+)"
            """
    )]
    private static partial Regex Word();

    [GeneratedRegex(@"\{\w+")]
    private static partial Regex Placeholder();
}
