using System.Globalization;
using System.Text.RegularExpressions;
using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

/// <summary>What the fields of the institution's pattern stand for, for one training.</summary>
public sealed record ActivityCodeFields(int Year, int Month, string Unit, string Centre, string Kind, string Group);

/// <summary>
/// The institution's pattern of activity codes, such as <c>{centre}-{year}-{seq:0000}</c>. Codes count up
/// separately for each outcome of the other fields, so a pattern with the year starts again in January.
/// </summary>
public static partial class ActivityCode
{
    /// <summary>The row that is counted up: the pattern with everything but the number filled in.</summary>
    public static Result<string> CounterKey(string pattern, ActivityCodeFields fields)
    {
        if (!Sequence().IsMatch(pattern))
            return TrainingErrors.CodePatternWithoutSequence(pattern);
        return Field().Replace(pattern, match => Fill(match.Groups["name"].Value, fields) ?? match.Value);
    }

    public static string Number(string counterKey, int number) =>
        Sequence()
            .Replace(counterKey, match => number.ToString(match.Groups["format"].Value, CultureInfo.InvariantCulture));

    private static string? Fill(string name, ActivityCodeFields fields) =>
        name switch
        {
            "year" => fields.Year.ToString(CultureInfo.InvariantCulture),
            "month" => fields.Month.ToString("00", CultureInfo.InvariantCulture),
            "roman-month" => Roman.Of(fields.Month),
            "unit" => fields.Unit,
            "centre" => fields.Centre,
            "kind" => fields.Kind,
            "group" => fields.Group,
            _ => null,
        };

    [GeneratedRegex(@"\{(?<name>[a-z-]+)\}")]
    private static partial Regex Field();

    [GeneratedRegex(@"\{seq(?::(?<format>0{1,10}))?\}")]
    private static partial Regex Sequence();
}
