using Pionir.Application.LearningHours.Rules;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization.ReferenceData;

namespace Pionir.Application.LearningHours;

/// <summary>Sums entries up against the target.</summary>
internal static class StatementBuilder
{
    public static JpStatement Build(
        EmployeeCard person,
        int year,
        DateOnly? asOf,
        JpYearClosed? closed,
        YearTarget target,
        IReadOnlyList<StatementRow> rows,
        IReadOnlyList<JpYear> years,
        ReferenceBook book,
        IReadOnlyDictionary<string, JpEntryRule> rules,
        bool mayReverse
    )
    {
        var achieved = target.Measure(rows.Sum(row => row.Jp));
        var reversed = rows.Where(row => row.Reverses is not null).Select(row => row.Reverses!.Value).ToHashSet();
        // Most trainings of a person were counted alike.
        var steps = rows.Select(row => row.Calculation).Distinct().ToDictionary(text => text, JpCalculation.StepsFrom);
        var months = new int[12];
        foreach (var row in rows)
            months[row.OccurredOn.Month - 1] += row.Jp;
        return new JpStatement(
            person.Id.Value,
            person.Name,
            person.NumberKind,
            person.Number,
            person.EmploymentType,
            person.Position,
            person.UnitName,
            year,
            asOf,
            closed,
            new JpTargetView(target.MinimumJp, target.MaximumJp, target.Citation, target.Confirmed),
            achieved.Earned,
            achieved.Counted,
            achieved.Goal,
            achieved.Shortfall,
            achieved.Room,
            achieved.Excess,
            achieved.Met,
            months,
            [
                .. rows.GroupBy(row => row.Kind == LedgerEntryKind.Reversal ? KindOfReversed(row, rows) : row.Kind)
                    .Select(group => new JpOfKind(group.Key, group.Sum(row => row.Jp)))
                    .OrderByDescending(kind => kind.Jp),
            ],
            [.. years.OrderByDescending(sum => sum.Year)],
            [
                .. rows.Select(row =>
                    ToEntry(row, steps[row.Calculation], book, rules, reversed.Contains(row.Id), mayReverse)
                ),
            ]
        );
    }

    // A reversal lessens what it took back; it is not a source of its own.
    private static LedgerEntryKind KindOfReversed(StatementRow reversal, IReadOnlyList<StatementRow> rows) =>
        rows.FirstOrDefault(row => row.Id == reversal.Reverses)?.Kind ?? LedgerEntryKind.Reversal;

    private static JpEntry ToEntry(
        StatementRow row,
        IReadOnlyList<JpStep> steps,
        ReferenceBook book,
        IReadOnlyDictionary<string, JpEntryRule> rules,
        bool reversed,
        bool mayReverse
    ) =>
        new(
            row.Id,
            row.OccurredOn,
            row.Title,
            row.Kind,
            row.Jp,
            row.Minutes,
            row.Form,
            row.Form is null ? null : book.NameOf(ReferenceKind.DevelopmentForms, row.Form, row.OccurredOn),
            row.Cluster,
            row.OriginId,
            row.RuleVersion,
            rules.GetValueOrDefault(row.RuleVersion),
            steps,
            row.PostedAt,
            row.Reverses,
            reversed,
            row.Reason,
            mayReverse && !reversed && row.Kind != LedgerEntryKind.Reversal
        );
}

/// <summary>The lesson hours of one person in one year.</summary>
/// <param name="NumberKind">NIP, NI PPPK or NRP.</param>
/// <param name="EmploymentType">Like number, position and unit, of the day asked for; of a year that is over, of its 31 December.</param>
/// <param name="AsOf">A past state: what was posted until that day; null is now.</param>
/// <param name="Closed">The year was closed: nothing is posted or taken back in it.</param>
/// <param name="Earned">Sum of all entries of the year, in JP.</param>
/// <param name="Counted">What counts toward the target, in JP.</param>
/// <param name="Goal">Full length of the progress bar, in JP; null without a target.</param>
/// <param name="Shortfall">JP still owed this year.</param>
/// <param name="Room">JP that may still be added where there is a maximum.</param>
/// <param name="Excess">JP over the maximum, which count for nothing.</param>
/// <param name="Met">Nothing is owed any more.</param>
/// <param name="Months">JP of January to December.</param>
/// <param name="Kinds">JP by where they come from.</param>
/// <param name="Years">JP of every year with entries, newest first.</param>
/// <param name="Entries">Entries of the year, newest first.</param>
public sealed record JpStatement(
    Guid EmployeeId,
    string Name,
    string NumberKind,
    string Number,
    string EmploymentType,
    string Position,
    string UnitName,
    int Year,
    DateOnly? AsOf,
    JpYearClosed? Closed,
    JpTargetView Target,
    int Earned,
    int Counted,
    int? Goal,
    int Shortfall,
    int? Room,
    int Excess,
    bool Met,
    IReadOnlyList<int> Months,
    IReadOnlyList<JpOfKind> Kinds,
    IReadOnlyList<JpYear> Years,
    IReadOnlyList<JpEntry> Entries
);

/// <param name="MinimumJp">At least so many JP (PNS: PP 11/2017).</param>
/// <param name="MaximumJp">At most so many JP (PPPK: PP 49/2018 article 40).</param>
/// <param name="Confirmed">False while nobody has checked the target against its source.</param>
public sealed record JpTargetView(int? MinimumJp, int? MaximumJp, string Citation, bool Confirmed);

public sealed record JpOfKind(LedgerEntryKind Kind, int Jp);

public sealed record JpYear(int Year, int Jp);

/// <summary>One entry of the ledger.</summary>
/// <param name="Jp">Lesson hours; negative for a reversal.</param>
/// <param name="Minutes">What the JP were counted from.</param>
/// <param name="OriginId">The training or report it was posted for.</param>
/// <param name="RuleVersion">Version of the rule it was counted by.</param>
/// <param name="Rule">What that rule said then; null where none had a part, as with the programme of a curriculum.</param>
/// <param name="Steps">The calculation, step by step.</param>
/// <param name="Reverses">The entry that this one takes back.</param>
/// <param name="Reversed">True when a later entry took this one back.</param>
/// <param name="CanReverse">Whether the reader may take it back.</param>
public sealed record JpEntry(
    Guid Id,
    DateOnly OccurredOn,
    string Title,
    LedgerEntryKind Kind,
    int Jp,
    int Minutes,
    string? Form,
    LocalText? FormName,
    string? Cluster,
    Guid OriginId,
    string RuleVersion,
    JpEntryRule? Rule,
    IReadOnlyList<JpStep> Steps,
    DateTimeOffset PostedAt,
    Guid? Reverses,
    bool Reversed,
    string? Reason,
    bool CanReverse
);
