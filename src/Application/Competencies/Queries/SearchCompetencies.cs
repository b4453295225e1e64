using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Competencies;

namespace Pionir.Application.Competencies.Queries;

/// <summary>
/// Finds competencies in the published dictionaries by their titles, descriptions and indicators, by Indonesian
/// word stems, and by likeness where a word is mistyped.
/// </summary>
/// <param name="Text">What to look for; null lists everything.</param>
/// <param name="DictionaryCode">Only in this dictionary.</param>
[Public("Other institutions use the published dictionaries.")]
public sealed record SearchCompetencies(string? Text, string? DictionaryCode, CompetencyKind? Kind, PageRequest Page)
    : IQuery<Page<CompetencyHit>>;

internal sealed class SearchCompetenciesValidator : AbstractValidator<SearchCompetencies>
{
    private const int TextMaximum = 200;

    public SearchCompetenciesValidator() => RuleFor(request => request.Text).MaximumLength(TextMaximum);
}

/// <param name="CompetencyId">The same through all versions.</param>
/// <param name="Matches">The best places where it was found, at most three.</param>
public sealed record CompetencyHit(
    Guid CompetencyId,
    string DictionaryCode,
    int DictionaryNumber,
    string DictionaryTitle,
    string Code,
    CompetencyKind Kind,
    string Title,
    string Description,
    IReadOnlyList<CompetencyMatch> Matches
);

/// <param name="Level">1 to 5; null when the competency itself matches.</param>
public sealed record CompetencyMatch(int? Level, string Text);

internal sealed class SearchCompetenciesHandler(IDatabase database)
    : IRequestHandler<SearchCompetencies, Result<Page<CompetencyHit>>>
{
    public async Task<Result<Page<CompetencyHit>>> Handle(
        SearchCompetencies request,
        CancellationToken cancellationToken
    )
    {
        var text = request.Text?.Replace('\0', ' ').Trim() ?? "";
        var dictionary = request.DictionaryCode?.Replace('\0', ' ') ?? "";
        var kind = request.Kind.ToString() ?? "";
        var rows = await database
            .Database.SqlQuery<CompetencySearchRow>(
                $"""
                WITH asked AS (
                    SELECT {text} AS text, websearch_to_tsquery('indonesian', {text}) AS words
                ),
                entries AS (
                    SELECT e.*, v.code AS dictionary_code, v.number AS dictionary_number, v.title AS dictionary_title
                    FROM competency_entries e
                    JOIN dictionary_versions v ON v.id = e.version_id
                    WHERE v.state = 'Published'
                      AND ({dictionary} = '' OR v.code = {dictionary})
                      AND ({kind} = '' OR e.kind = {kind})
                ),
                found AS (
                    SELECT e.id, NULL::int AS level, e.title AS text,
                           3 * ts_rank(e.search, a.words) + word_similarity(a.text, e.title) AS likeness
                    FROM entries e, asked a
                    WHERE a.text = '' OR e.search @@ a.words OR a.text <% e.title
                    UNION ALL
                    SELECT e.id, l.level, l.description, ts_rank(l.search, a.words)
                    FROM entries e JOIN competency_levels l ON l.entry_id = e.id, asked a
                    WHERE l.search @@ a.words
                    UNION ALL
                    SELECT e.id, l.level, i.text,
                           ts_rank(i.search, a.words) + 0.3 * word_similarity(a.text, i.text)
                    FROM entries e
                    JOIN competency_levels l ON l.entry_id = e.id
                    JOIN competency_indicators i ON i.level_id = l.id, asked a
                    WHERE a.text <> '' AND (i.search @@ a.words OR a.text <% i.text)
                ),
                ranked AS (
                    SELECT id, max(likeness) AS likeness, count(*) OVER () AS total FROM found GROUP BY id
                )
                SELECT e.competency_id AS "CompetencyId", e.dictionary_code AS "DictionaryCode",
                       e.dictionary_number AS "DictionaryNumber", e.dictionary_title AS "DictionaryTitle",
                       e.code AS "Code", e.kind AS "Kind", e.title AS "Title", e.description AS "Description",
                       r.total::int AS "Total",
                       (SELECT jsonb_agg(jsonb_build_object('level', m.level, 'text', m.text) ORDER BY m.likeness DESC)
                        FROM (SELECT * FROM found f WHERE f.id = e.id ORDER BY likeness DESC LIMIT 3) m)::text AS "Matches"
                FROM ranked r JOIN entries e ON e.id = r.id
                ORDER BY CASE WHEN {text} = '' THEN 0 ELSE r.likeness END DESC,
                         e.dictionary_title, e.position, e.id
                LIMIT {request.Page.Size} OFFSET {request.Page.Skip}
                """
            )
            .ToListAsync(cancellationToken);
        return new Page<CompetencyHit>(
            [.. rows.Select(row => row.ToHit())],
            rows.Count > 0 ? rows[0].Total : 0,
            request.Page.Number,
            request.Page.Size
        );
    }
}

internal sealed record CompetencySearchRow(
    Guid CompetencyId,
    string DictionaryCode,
    int DictionaryNumber,
    string DictionaryTitle,
    string Code,
    string Kind,
    string Title,
    string Description,
    int Total,
    string Matches
)
{
    public CompetencyHit ToHit() =>
        new(
            CompetencyId,
            DictionaryCode,
            DictionaryNumber,
            DictionaryTitle,
            Code,
            Enum.Parse<CompetencyKind>(Kind),
            Title,
            Description,
            JsonSerializer.Deserialize<List<CompetencyMatch>>(Matches, JsonSerializerOptions.Web)!
        );
}
