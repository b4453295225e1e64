using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.LearningHours;

namespace Pionir.Application.LearningHours.Rules;

/// <summary>Where a rule has been counted with, and where it will be.</summary>
/// <param name="Trainings">Completed trainings that were counted by it.</param>
/// <param name="Entries">Entries of the ledger that keep it, counted up to <see cref="EntriesCounted"/>.</param>
/// <param name="Open">Trainings still under way or planned that end on its days.</param>
public sealed record JpRuleUse(int Trainings, int Entries, int Open)
{
    public const int EntriesCounted = 10_000;

    public static readonly JpRuleUse None = new(0, 0, 0);
}

/// <summary>Reads uses for many rules at once, also where the ledger holds a hundred million entries.</summary>
internal sealed class JpRuleUses(IDatabase database) : IApplicationPart
{
    private static readonly DateOnly Ever = new(9999, 12, 31);

    public static IEnumerable<string> VersionsOf(Guid id, int revision) =>
        Enumerable.Range(1, revision).Select(number => new JpRuleVersion(id, number).ToString());

    /// <param name="rules">Forms with a rule on some days; null stands for the form without one.</param>
    public async Task<IReadOnlyDictionary<string, JpRuleUse>> ReadAsync(
        IReadOnlyCollection<(string Form, ReferenceEntry? Rule)> rules,
        CancellationToken cancellationToken
    )
    {
        var entries = await EntriesAsync(rules, cancellationToken);
        string[] keys = [.. rules.Select(Key)];
        string[] forms = [.. rules.Select(rule => rule.Form)];
        string[] versions = [.. rules.Select(rule => rule.Rule?.Id.ToString("N") ?? JpRule.DefaultVersion)];
        DateOnly[] from = [.. rules.Select(rule => rule.Rule?.ValidFrom ?? new DateOnly(1900, 1, 1))];
        DateOnly[] to = [.. rules.Select(rule => rule.Rule?.ValidTo ?? Ever)];
        var rows = await database
            .Database.SqlQuery<Row>(
                $"""
                SELECT r.key AS "Key",
                       (count(*) FILTER (WHERE split_part(t.awarded_rule_version, '.', 1) = r.version))::int AS "Trainings",
                       (count(*) FILTER (WHERE t.state = ANY ({JpRuleForecasts.Open})
                                           AND t.ends_on BETWEEN r.since AND r.until))::int AS "Open"
                FROM unnest({keys}, {forms}, {versions}, {from}, {to}) AS r (key, form, version, since, until)
                JOIN trainings t ON t.form = r.form GROUP BY r.key
                """
            )
            .ToListAsync(cancellationToken);
        var trainings = rows.ToDictionary(row => row.Key);
        return keys.ToDictionary(
            key => key,
            key => new JpRuleUse(
                trainings.GetValueOrDefault(key)?.Trainings ?? 0,
                entries.GetValueOrDefault(key),
                trainings.GetValueOrDefault(key)?.Open ?? 0
            )
        );
    }

    public static string Key((string Form, ReferenceEntry? Rule) rule) => rule.Rule?.Id.ToString("N") ?? rule.Form;

    private async Task<Dictionary<string, int>> EntriesAsync(
        IReadOnlyCollection<(string Form, ReferenceEntry? Rule)> rules,
        CancellationToken cancellationToken
    )
    {
        var asked = rules
            .SelectMany(rule =>
                rule.Rule is { } entry
                    ? VersionsOf(entry.Id, entry.Revision).Select(version => (Key(rule), rule.Form, Version: version))
                    : [(Key(rule), rule.Form, Version: JpRule.DefaultVersion)]
            )
            .ToList();
        string[] keys = [.. asked.Select(one => one.Item1)];
        string[] forms = [.. asked.Select(one => one.Form)];
        string[] versions = [.. asked.Select(one => one.Version)];
        var rows = await database
            .Database.SqlQuery<EntryRow>(
                $"""
                SELECT r.key AS "Key", sum(n.entries)::int AS "Entries"
                FROM unnest({keys}, {forms}, {versions}) AS r (key, form, version)
                CROSS JOIN LATERAL (
                    SELECT count(*) AS entries FROM (
                        SELECT FROM ledger_entries l
                        WHERE l.rule_version = r.version AND l.kind <> 'Reversal' AND l.rule_version <> 'programme'
                          AND (r.version <> {JpRule.DefaultVersion} OR l.form = r.form)
                        -- The order is that of the index, without which a version nobody used reads the whole ledger.
                        ORDER BY l.occurred_on LIMIT {JpRuleUse.EntriesCounted}) found) n
                GROUP BY r.key
                """
            )
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Key, row => Math.Min(row.Entries, JpRuleUse.EntriesCounted));
    }

    private sealed record Row(string Key, int Trainings, int Open);

    private sealed record EntryRow(string Key, int Entries);
}
