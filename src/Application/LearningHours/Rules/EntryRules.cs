using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.LearningHours;

namespace Pionir.Application.LearningHours.Rules;

/// <summary>The rule that an entry was counted by, in the wording of that day.</summary>
/// <param name="Code">Code of the form whose rule it is.</param>
public sealed record JpEntryRule(string Code, DateOnly ValidFrom, string? Citation, bool Confirmed);

/// <summary>Finds the rules behind entries: as they stand from memory, and from the history where they were reworded.</summary>
internal sealed class EntryRules(IDatabase database) : IApplicationPart
{
    public async Task<IReadOnlyDictionary<string, JpEntryRule>> ReadAsync(
        IEnumerable<string> versions,
        ReferenceBook book,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, JpEntryRule>();
        var reworded = new List<JpRuleVersion>();
        foreach (var text in versions.Distinct())
        {
            if (JpRuleVersion.Parse(text) is not { } version)
                continue;
            if (book.Find(version.RuleId) is { } rule && rule.Revision == version.Revision)
                found[text] = new JpEntryRule(rule.Code, rule.ValidFrom, rule.Citation, rule.Confirmed);
            else
                reworded.Add(version);
        }
        if (reworded.Count == 0)
            return found;
        Guid[] ids = [.. reworded.Select(version => version.RuleId)];
        int[] numbers = [.. reworded.Select(version => version.Revision)];
        var rows = await database
            .Database.SqlQuery<Row>(
                $"""
                SELECT r.item_id AS "RuleId", r.number AS "Number", i.code AS "Code", r.valid_from AS "ValidFrom",
                       r.citation AS "Citation", r.confirmed AS "Confirmed"
                FROM unnest({ids}, {numbers}) AS v (id, number)
                JOIN reference_revisions r ON r.item_id = v.id AND r.number = v.number
                JOIN reference_items i ON i.id = r.item_id
                """
            )
            .ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            found[new JpRuleVersion(row.RuleId, row.Number).ToString()] = new JpEntryRule(
                row.Code,
                row.ValidFrom,
                row.Citation,
                row.Confirmed
            );
        }
        return found;
    }

    private sealed record Row(
        Guid RuleId,
        int Number,
        string Code,
        DateOnly ValidFrom,
        string? Citation,
        bool Confirmed
    );
}
