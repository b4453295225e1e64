using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pionir.Domain.LearningHours;

/// <summary>An amount of JP together with the way to it, so that anyone can do the sum again.</summary>
public sealed record JpCalculation(int Jp, int Minutes, string RuleVersion, IReadOnlyList<JpStep> Steps)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Stands for the rule where none had a part.</summary>
    public const string WithoutRule = "programme";

    /// <summary>Set by the programme, or brought by a report that was verified with this amount.</summary>
    public static JpCalculation ByProgramme(int jp, int minutes = 0, string? note = null) =>
        new(jp, minutes, WithoutRule, [new JpStep(JpStepKind.Programme, jp, Note: note)]);

    public string ToJson() => JsonSerializer.Serialize(Steps, Json);

    public static IReadOnlyList<JpStep> StepsFrom(string json) =>
        JsonSerializer.Deserialize<List<JpStep>>(json, Json) ?? [];
}

public enum JpStepKind
{
    /// <summary>Minutes of the day, or of everything when no day is given.</summary>
    Minutes,
    Programme,
    Activity,
    Meetings,
    CapPerDay,
    CapPerMonth,
    International,

    /// <summary>Brought along from the books kept before; the note names the document.</summary>
    Opening,
}

/// <summary>One line of the sum, told without language: the page words it.</summary>
/// <param name="Jp">JP after this step.</param>
/// <param name="From">What went into the step: minutes, meetings, or the JP before a cap.</param>
/// <param name="Limit">The divisor, cap or factor applied.</param>
public sealed record JpStep(
    JpStepKind Kind,
    int Jp,
    int? From = null,
    int? Limit = null,
    DateOnly? On = null,
    string? Note = null
);
