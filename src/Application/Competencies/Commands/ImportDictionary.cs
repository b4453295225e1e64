using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Competencies;
using Pionir.Domain.Identity;

namespace Pionir.Application.Competencies.Commands;

/// <summary>Takes a whole dictionary in as the next draft of its code; all of it or nothing.</summary>
/// <param name="Code">Stable word of the dictionary; made of the title when null.</param>
/// <param name="Title">For spreadsheets, which carry none.</param>
/// <param name="DryRun">Only says what would come in.</param>
[Requires(Permission.DictionaryEdit)]
public sealed record ImportDictionary(
    Stream Content,
    string FileName,
    string? Code,
    string? Title,
    string? Source,
    bool DryRun
) : ICommand<DictionaryImportResult>
{
    public const int MaximumBytes = 10 * 1024 * 1024;
}

/// <param name="Number">Version that it is, or would become.</param>
/// <param name="Comparison">Against the version before; null for a new dictionary.</param>
/// <param name="Warnings">What differs from the guidance; no hindrance.</param>
public sealed record DictionaryImportResult(
    bool DryRun,
    string Code,
    int Number,
    string Title,
    int Competencies,
    int Levels,
    int Indicators,
    DictionaryComparison? Comparison,
    IReadOnlyList<DictionaryWarning> Warnings
);

/// <param name="Kept">Codes that both have.</param>
/// <param name="Gone">Codes that the new version lacks.</param>
public sealed record DictionaryComparison(
    int AgainstNumber,
    IReadOnlyList<string> Added,
    IReadOnlyList<string> Renamed,
    IReadOnlyList<string> Kept,
    IReadOnlyList<string> Gone
);

internal sealed class ImportDictionaryValidator : AbstractValidator<ImportDictionary>
{
    public ImportDictionaryValidator()
    {
        RuleFor(request => request.Code).MaximumLength(DictionaryVersion.CodeMaximum);
        RuleFor(request => request.Title).MaximumLength(DictionaryVersion.TitleMaximum);
        RuleFor(request => request.Source).MaximumLength(DictionaryVersion.SourceMaximum);
    }
}

internal sealed class ImportDictionaryHandler(
    IDatabase database,
    ICurrentUser user,
    TimeProvider time,
    DictionaryReader reader
) : IRequestHandler<ImportDictionary, Result<DictionaryImportResult>>
{
    public async Task<Result<DictionaryImportResult>> Handle(
        ImportDictionary request,
        CancellationToken cancellationToken
    )
    {
        var draft = await reader.ReadAsync(request, cancellationToken);
        if (!draft.IsSuccess)
            return Result<DictionaryImportResult>.Failure(draft.Errors);
        var code = string.IsNullOrWhiteSpace(request.Code)
            ? DictionaryCodes.From(draft.Value.Title)
            : request.Code.Trim();
        var previous = await database.LatestAsync(code, cancellationToken);
        var version = DictionaryVersion.Draft(
            code,
            draft.Value,
            previous,
            new Actor(user.UserId, user.DisplayName),
            time.GetUtcNow()
        );
        if (!version.IsSuccess)
            return Result<DictionaryImportResult>.Failure(version.Errors);
        if (!request.DryRun)
        {
            if (previous?.State == DictionaryState.Draft)
                return DictionaryErrors.AlreadyDrafted(code);
            database.Set<DictionaryVersion>().Add(version.Value);
        }
        return View(request.DryRun, version.Value, previous, draft.Value);
    }

    private static DictionaryImportResult View(
        bool dryRun,
        DictionaryVersion version,
        DictionaryVersion? previous,
        DictionaryDraft draft
    ) =>
        new(
            dryRun,
            version.Code,
            version.Number,
            version.Title,
            version.Competencies.Count,
            version.Competencies.Sum(competency => competency.Levels.Count),
            version.Competencies.Sum(competency => competency.Levels.Sum(level => level.Indicators.Count)),
            previous is null ? null : Compare(version, previous),
            DictionaryRules.Warnings(draft)
        );

    private static DictionaryComparison Compare(DictionaryVersion version, DictionaryVersion previous)
    {
        var before = previous.Competencies.ToDictionary(competency => competency.CompetencyId);
        var pairs = version.Competencies.Select(now => (now, was: before.GetValueOrDefault(now.CompetencyId))).ToList();
        return new(
            previous.Number,
            [.. pairs.Where(pair => pair.was is null).Select(pair => pair.now.Code)],
            [.. pairs.Where(pair => pair.was is { } was && was.Title != pair.now.Title).Select(pair => pair.now.Code)],
            [.. pairs.Where(pair => pair.was is { } was && was.Title == pair.now.Title).Select(pair => pair.now.Code)],
            [.. before.Values.Where(was => pairs.All(pair => pair.was != was)).Select(was => was.Code)]
        );
    }
}
