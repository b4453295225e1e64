using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Persistence;

namespace Pionir.Infrastructure.Organization;

/// <summary>The words of names that an asked word may mean.</summary>
/// <param name="Close">The word itself, words that begin with it or hold it.</param>
/// <param name="Similar">Those, and words one or two typing errors away.</param>
/// <param name="All">There are no more words that begin with it or hold it.</param>
internal sealed record AskedWord(string[] Close, string[] Similar, bool All);

internal sealed class NameWords(IDatabase database)
{
    private const int ShortestToMisspell = 4;

    private const int Many = 200;

    // One or two letters begin the names of half of a country: the shortest words stand for them.
    private const int FewOfShort = 50;

    public async Task<IReadOnlyList<AskedWord>> FindAsync(string[] asked, CancellationToken cancellationToken)
    {
        // Ranges instead of LIKE for beginnings, because a pattern known only at run time would not use the index.
        var found = await database
            .Database.SqlQuery<Found>(
                $"""
                SELECT a.word AS asked, n.word, n.close
                FROM unnest({asked}) AS a (word)
                CROSS JOIN LATERAL (
                    (SELECT word, true AS close FROM name_words
                     WHERE word ~>=~ a.word AND word ~<~ (a.word || '~')
                     ORDER BY length(word), word LIMIT CASE WHEN length(a.word) < 3 THEN {FewOfShort} ELSE {Many} END)
                    UNION
                    (SELECT word, true FROM name_words
                     WHERE length(a.word) >= 3 AND word LIKE '%' || a.word || '%' ORDER BY length(word), word LIMIT {Many})
                    UNION
                    (SELECT word, false FROM name_words
                     WHERE length(a.word) >= {ShortestToMisspell} AND word % a.word
                     ORDER BY similarity(word, a.word) DESC LIMIT 50)
                    UNION
                    (SELECT word, false FROM name_words
                     WHERE length(a.word) >= {ShortestToMisspell}
                       AND word ~>=~ left(a.word, 1) AND word ~<~ (left(a.word, 1) || '~')
                       AND length(word) BETWEEN length(a.word) - 1 AND length(a.word) + 1 LIMIT 5000)
                ) AS n
                """
            )
            .ToListAsync(cancellationToken);
        return [.. asked.Select(word => Meant(word, found.Where(candidate => candidate.Asked == word).ToList()))];
    }

    private static AskedWord Meant(string asked, List<Found> found)
    {
        var close = found.Where(candidate => candidate.Close).Select(candidate => candidate.Word).ToHashSet();
        var errors = asked.Length <= 5 ? 1 : 2;
        var similar = found
            .Where(candidate => TypingErrors.Between(asked, candidate.Word, errors) <= errors)
            .Select(candidate => candidate.Word);
        return new AskedWord(
            [.. close],
            [.. close.Union(similar)],
            close.Count < (asked.Length < 3 ? FewOfShort : Many)
        );
    }

    private sealed record Found(string Asked, string Word, bool Close);
}
