using System.Text.RegularExpressions;
using Pionir.Domain.Common;

namespace Pionir.Domain.Competencies;

/// <summary>What a dictionary must be, and what it should be. Texts are kept as they are: a comparison must find no difference.</summary>
public static partial class DictionaryRules
{
    public const int Levels = 5;
    public const int IndicatorsMinimum = 2;
    private const int IndicatorsMaximum = 100;
    private const int IndicatorsRecommendedFrom = 5;
    private const int IndicatorsRecommendedTo = 7;

    /// <summary>Broken rules: the dictionary cannot come in.</summary>
    public static List<Error> Errors(DictionaryDraft draft)
    {
        var errors = new List<Error>();
        Text(draft.Title, DictionaryVersion.TitleMaximum, "title", errors);
        if (draft.Source.Length > DictionaryVersion.SourceMaximum)
            errors.Add(DictionaryErrors.TextTooLong("source", DictionaryVersion.SourceMaximum));
        if (draft.Year is < 1900 or > 2200)
            errors.Add(DictionaryErrors.YearOutOfRange(draft.Year.Value));
        if (draft.Competencies.Count is 0 or > DictionaryVersion.CompetenciesMaximum)
            errors.Add(DictionaryErrors.CompetencyCount(DictionaryVersion.CompetenciesMaximum));
        for (var index = 0; index < draft.Competencies.Count; index++)
            Check(draft.Competencies[index], $"competencies[{index}]", errors);
        errors.AddRange(
            Twice(draft.Competencies.Select(competency => competency.Code)).Select(DictionaryErrors.CodeTwice)
        );
        errors.AddRange(
            Twice(draft.Competencies.Select(competency => competency.Title)).Select(DictionaryErrors.TitleTwice)
        );
        return errors;
    }

    /// <summary>What the guidance recommends (Kajian LAN 2020): worth a look, no hindrance.</summary>
    public static IReadOnlyList<DictionaryWarning> Warnings(DictionaryDraft draft)
    {
        var warnings = new List<DictionaryWarning>();
        foreach (var competency in draft.Competencies)
        {
            var counts = competency.Levels.Select(level => level.Indicators.Count).ToList();
            if (counts.Any(count => count is < IndicatorsRecommendedFrom or > IndicatorsRecommendedTo))
            {
                warnings.Add(
                    new("dictionary.indicators_outside_recommendation", competency.Code, counts.Min(), counts.Max())
                );
            }
            if (counts.Distinct().Count() > 1)
                warnings.Add(new("dictionary.indicators_unequal", competency.Code, counts.Min(), counts.Max()));
        }
        return warnings;
    }

    private static void Check(CompetencyDraft competency, string at, List<Error> errors)
    {
        if (!CodeShape().IsMatch(competency.Code) || competency.Code.Length > CompetencyEntry.CodeMaximum)
            errors.Add(DictionaryErrors.CompetencyCodeInvalid($"{at}.code", competency.Code));
        Text(competency.Title, CompetencyEntry.TitleMaximum, $"{at}.title", errors);
        Text(competency.Description, CompetencyEntry.DescriptionMaximum, $"{at}.description", errors);
        if (competency.Group.Length > CompetencyEntry.GroupMaximum)
            errors.Add(DictionaryErrors.TextTooLong($"{at}.group", CompetencyEntry.GroupMaximum));
        if (!competency.Levels.Select(level => level.Level).SequenceEqual(Enumerable.Range(1, Levels)))
            errors.Add(DictionaryErrors.LevelsIncomplete($"{at}.levels", competency.Code));
        foreach (var level in competency.Levels)
            Check(level, competency.Code, $"{at}.levels[{level.Level}]", errors);
    }

    private static void Check(LevelDraft level, string code, string at, List<Error> errors)
    {
        Text(level.Description, CompetencyLevel.DescriptionMaximum, $"{at}.description", errors);
        if (level.Indicators.Count is < IndicatorsMinimum or > IndicatorsMaximum)
            errors.Add(DictionaryErrors.IndicatorCount($"{at}.indicators", code, level.Level, level.Indicators.Count));
        for (var index = 0; index < level.Indicators.Count; index++)
            Text(level.Indicators[index], Indicator.TextMaximum, $"{at}.indicators[{index}]", errors);
    }

    private static void Text(string value, int maximum, string field, List<Error> errors)
    {
        if (string.IsNullOrWhiteSpace(value))
            errors.Add(DictionaryErrors.TextMissing(field));
        else if (value.Length > maximum)
            errors.Add(DictionaryErrors.TextTooLong(field, maximum));
    }

    private static IEnumerable<string> Twice(IEnumerable<string> values) =>
        values
            .GroupBy(value => value.Trim(), StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key);

    [GeneratedRegex("^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$")]
    private static partial Regex CodeShape();
}

/// <param name="Code">Stable word with texts in both languages.</param>
/// <param name="Competency">Code of the competency.</param>
/// <param name="Fewest">Indicators at the level with the fewest.</param>
/// <param name="Most">Indicators at the level with the most.</param>
public sealed record DictionaryWarning(string Code, string Competency, int Fewest, int Most);
