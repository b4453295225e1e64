using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization.ReferenceData;
using Pionir.Domain.Trainings;

namespace Pionir.Application.LearningHours.Rules;

/// <summary>What another rule would do, before anything is done; and once it is, to what trainings say they give.</summary>
internal sealed class JpRuleForecasts(IDatabase database, IReferenceData reference) : IApplicationPart
{
    /// <summary>What is not completed yet is counted on the day on which it is.</summary>
    internal static readonly string[] Open = [.. TrainingStates.Unfinished.Select(state => state.ToString())];

    public async Task<Result<JpRuleForecast>> ForeseeAsync(
        string code,
        JpRuleDraft draft,
        CancellationToken cancellationToken
    )
    {
        var book = await reference.ReadAsync(cancellationToken);
        if (!book.Has(ReferenceKind.DevelopmentForms, code))
            return JpRuleErrors.FormNotFound();
        var course = await database.CourseAsync(ReferenceKind.JpRules, code, cancellationToken);
        var content = ContentOf(draft, book, code, course);
        if (!content.IsSuccess)
            return Result<JpRuleForecast>.Failure(content.Errors);
        var change = new JpRuleChange(
            RuleOn(course, draft.ValidFrom),
            ToRule(content.Value),
            draft.ValidFrom,
            course.LastDayFrom(draft.ValidFrom)
        );
        var posted = await PostedAsync(code, course, change, cancellationToken);
        var trainings = await TrainingsAsync(code, change, cancellationToken);
        var changed = trainings
            .Select(training => Foresee(training, change, RuleOn(course, training.End)))
            .Where(training => training.Before != training.After)
            .ToList();
        return new JpRuleForecast(
            book.NameOf(ReferenceKind.DevelopmentForms, code, draft.ValidFrom),
            course,
            content.Value,
            change,
            posted,
            trainings.Count,
            changed,
            FingerprintOf(course, content.Value, changed)
        );
    }

    /// <summary>How many people with a place each training has; those from outside have no lesson hours to gain.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> PeopleAsync(
        IEnumerable<JpRuleTraining> trainings,
        CancellationToken cancellationToken
    )
    {
        Guid[] ids = [.. trainings.Select(training => training.Id)];
        return await database
            .Database.SqlQuery<TrainingPeople>(
                $"""
                SELECT training_id AS "Id", count(*)::int AS "People" FROM participants
                WHERE training_id = ANY ({ids}) AND employee_id IS NOT NULL AND state = ANY ({JpRuleForecast.Seated})
                GROUP BY training_id
                """
            )
            .ToDictionaryAsync(row => row.Id, row => row.People, cancellationToken);
    }

    /// <summary>Nobody changes a training of the form between the look and the change.</summary>
    public Task HoldAsync(string code, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"SELECT FROM trainings WHERE form = {code} AND state = ANY ({Open}) ORDER BY id FOR NO KEY UPDATE",
            cancellationToken
        );

    /// <summary>From now on the trainings ahead say what completing them will give.</summary>
    public Task ApplyAsync(JpRuleForecast forecast, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. forecast.Trainings.Select(training => training.Id)];
        int[] jp = [.. forecast.Trainings.Select(training => training.After)];
        return database.Database.ExecuteSqlAsync(
            $"UPDATE trainings t SET jp = n.jp FROM unnest({ids}, {jp}) AS n (id, jp) WHERE t.id = n.id",
            cancellationToken
        );
    }

    private static Result<ReferenceContent> ContentOf(
        JpRuleDraft draft,
        ReferenceBook book,
        string code,
        ReferenceCourse course
    )
    {
        // A rule is called after its form.
        var form =
            book.Find(ReferenceKind.DevelopmentForms, code, draft.ValidFrom)
            ?? book.All(ReferenceKind.DevelopmentForms).Last(entry => entry.Code == code);
        var content = new ReferenceInput(
            form.Name,
            draft.Values.ToValues(),
            draft.ValidFrom,
            course.LastDayFrom(draft.ValidFrom),
            draft.Citation,
            draft.Confirmed,
            form.Position,
            null
        ).ToContent(ReferenceKind.JpRules, book);
        return content.IsSuccess && content.Value.Check() is { Count: > 0 } broken
            ? Result<ReferenceContent>.Failure(broken)
            : content;
    }

    private static JpRule RuleOn(ReferenceCourse course, DateOnly day) =>
        course.On(day) is { } item ? ReferenceEntry.From(item).ToJpRule() : JpRule.Minutes;

    private static JpRule ToRule(ReferenceContent content)
    {
        var terms = JpRuleTerms.Of(content.Values);
        return new JpRule(
            "",
            terms.Basis,
            terms.Jp,
            terms.CapPerDay,
            terms.MeetingsPerMonth,
            terms.InternationalJp,
            terms.InternationalPercent,
            content.Citation?.Trim() ?? "",
            content.Confirmed
        );
    }

    private static JpRuleTraining Foresee(TrainingRow training, JpRuleChange change, JpRule before)
    {
        var meetings = training.Days.Zip(training.Minutes, (day, minutes) => new JpMeeting(day, minutes));
        var activity = new JpActivity([.. meetings], training.ProgrammeJp, training.Abroad);
        var (old, next) = change.Compare(before, activity);
        var state = Enum.Parse<TrainingState>(training.State);
        return new JpRuleTraining(training.Id, training.Title, training.End, state, 0, old, next);
    }

    private async Task<PostedJp> PostedAsync(
        string code,
        ReferenceCourse course,
        JpRuleChange change,
        CancellationToken cancellationToken
    )
    {
        string[] versions =
        [
            JpRule.DefaultVersion,
            .. course.Items.SelectMany(item => JpRuleUses.VersionsOf(item.Id.Value, item.Revision)),
        ];
        return await database
            .Database.SqlQuery<PostedJp>(
                $"""
                SELECT least(count(*), {JpRuleUse.EntriesCounted})::int AS "Entries",
                       count(DISTINCT n.employee_id)::int AS "People", max(n.occurred_on) AS "Latest"
                FROM unnest({versions}) AS v (version)
                CROSS JOIN LATERAL (
                    SELECT l.employee_id, l.occurred_on FROM ledger_entries l
                    WHERE l.rule_version = v.version AND l.kind <> 'Reversal' AND l.rule_version <> 'programme'
                      AND (v.version <> {JpRule.DefaultVersion} OR l.form = {code})
                      AND l.occurred_on >= {change.From}
                      AND ({change.To}::date IS NULL OR l.occurred_on <= {change.To}::date)
                      AND NOT EXISTS (SELECT FROM ledger_entries r WHERE r.reverses = l.id)
                    ORDER BY l.occurred_on DESC LIMIT {JpRuleUse.EntriesCounted}) n
                """
            )
            .SingleAsync(cancellationToken);
    }

    private Task<List<TrainingRow>> TrainingsAsync(
        string code,
        JpRuleChange change,
        CancellationToken cancellationToken
    ) =>
        database
            .Database.SqlQuery<TrainingRow>(
                $"""
                SELECT t.id AS "Id", t.title AS "Title", t.ends_on AS "End", t.state AS "State",
                       t.programme_jp AS "ProgrammeJp", coalesce(t.country, {Countries.Home}) <> {Countries.Home} AS "Abroad",
                       array_remove(array_agg(s.date), NULL) AS "Days",
                       array_remove(array_agg((extract(epoch FROM s.ends - s.starts) / 60)::int), NULL) AS "Minutes"
                FROM trainings t LEFT JOIN sessions s ON s.training_id = t.id
                WHERE t.form = {code} AND t.state = ANY ({Open})
                  AND t.ends_on >= {change.From} AND ({change.To}::date IS NULL OR t.ends_on <= {change.To}::date)
                GROUP BY t.id ORDER BY t.ends_on, t.id
                """
            )
            .ToListAsync(cancellationToken);

    /// <summary>
    /// What was looked at, in one word. Who sits in a training is left out: it changes by the minute, and whoever comes
    /// gets what the training gives.
    /// </summary>
    private static string FingerprintOf(
        ReferenceCourse course,
        ReferenceContent content,
        IEnumerable<JpRuleTraining> trainings
    ) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                JsonSerializer.SerializeToUtf8Bytes(
                    new
                    {
                        course.Edition,
                        content.Values.Json,
                        content.ValidFrom,
                        content.Citation,
                        content.Confirmed,
                        Trainings = trainings.Select(training =>
                            new object[] { training.Id, training.Before, training.After }
                        ),
                    }
                )
            )
        );

    private sealed record TrainingRow(
        Guid Id,
        string Title,
        DateOnly End,
        string State,
        int? ProgrammeJp,
        bool Abroad,
        DateOnly[] Days,
        int[] Minutes
    );

    private sealed record TrainingPeople(Guid Id, int People);
}
