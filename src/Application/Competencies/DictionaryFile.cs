using System.Text.Json;
using System.Text.Json.Serialization;
using Pionir.Domain.Common;
using Pionir.Domain.Competencies;

namespace Pionir.Application.Competencies;

/// <summary>A dictionary as it travels: one JSON document, the same on the way in and out.</summary>
/// <param name="Source">The publication or decision it comes from.</param>
public sealed record DictionaryFile(
    string? Title,
    string? Source,
    int? Year,
    IReadOnlyList<CompetencyFile?>? Competencies
);

/// <param name="Category">generic, specific, managerial or sociocultural.</param>
/// <param name="Group">Branch of the tree, parts separated by <c>/</c>; left out when there is none.</param>
public sealed record CompetencyFile(
    int Number,
    string? Code,
    string? Category,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Group,
    string? Title,
    string? Description,
    IReadOnlyList<LevelFile?>? Levels
);

public sealed record LevelFile(int Level, string? Description, IReadOnlyList<string?>? Indicators);

public static class DictionaryFiles
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        MaxDepth = 16,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task<Result<DictionaryFile>> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        try
        {
            var file = await JsonSerializer.DeserializeAsync<DictionaryFile>(content, Options, cancellationToken);
            return file is null ? DictionaryErrors.FileUnreadable("null") : file;
        }
        catch (JsonException wrong)
        {
            var place = wrong.LineNumber is { } line ? $"{wrong.Path ?? "$"} ({line + 1})" : "JSON";
            return DictionaryErrors.FileUnreadable(place);
        }
    }

    public static Task WriteAsync(DictionaryFile file, Stream target, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeAsync(target, file, Options, cancellationToken);

    /// <summary>Holes become empty texts, which the rules then name one by one.</summary>
    public static Result<DictionaryDraft> ToDraft(this DictionaryFile file)
    {
        var errors = new List<Error>();
        var competencies = (file.Competencies ?? [])
            .Select(competency => competency ?? new CompetencyFile(0, "", "", null, "", "", []))
            .Select((competency, index) => ToDraft(competency, index, errors))
            .ToList();
        return errors.Count > 0
            ? Result<DictionaryDraft>.Failure(errors)
            : new DictionaryDraft(file.Title ?? "", file.Source ?? "", file.Year, competencies);
    }

    private static CompetencyDraft ToDraft(CompetencyFile competency, int index, List<Error> errors)
    {
        var known = Enum.TryParse<CompetencyKind>(competency.Category, ignoreCase: true, out var kind);
        if (!known || !Enum.IsDefined(kind))
            errors.Add(DictionaryErrors.CategoryUnknown($"competencies[{index}].category", competency.Category ?? ""));
        return new CompetencyDraft(
            competency.Number,
            competency.Code ?? "",
            kind,
            competency.Group ?? "",
            competency.Title ?? "",
            competency.Description ?? "",
            [
                .. (competency.Levels ?? [])
                    .Select(level => level ?? new LevelFile(0, "", []))
                    .Select(level => new LevelDraft(
                        level.Level,
                        level.Description ?? "",
                        [.. (level.Indicators ?? []).Select(text => text ?? "")]
                    )),
            ]
        );
    }

    public static DictionaryFile ToFile(this DictionaryVersion version) =>
        new(
            version.Title,
            version.Source,
            version.Year,
            [
                .. version
                    .Competencies.OrderBy(competency => competency.Position)
                    .Select(competency => new CompetencyFile(
                        competency.Number,
                        competency.Code,
                        competency.Kind.ToString().ToLowerInvariant(),
                        competency.Group.Length == 0 ? null : competency.Group,
                        competency.Title,
                        competency.Description,
                        [.. competency.Levels.OrderBy(level => level.Level).Select(ToFile)]
                    )),
            ]
        );

    private static LevelFile ToFile(CompetencyLevel level) =>
        new(
            level.Level,
            level.Description,
            [.. level.Indicators.OrderBy(indicator => indicator.Position).Select(indicator => indicator.Text)]
        );
}
