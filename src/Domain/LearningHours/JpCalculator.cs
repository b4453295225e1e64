namespace Pionir.Domain.LearningHours;

/// <summary>What was done: the only things a rule may look at.</summary>
/// <param name="Meetings">One line per session or meeting.</param>
/// <param name="ProgrammeJp">What the curriculum says, where it says it.</param>
/// <param name="ProgrammeNote">Why the programme sets them, in the officer's words.</param>
public sealed record JpActivity(
    IReadOnlyList<JpMeeting> Meetings,
    int? ProgrammeJp = null,
    bool International = false,
    string? ProgrammeNote = null
);

public readonly record struct JpMeeting(DateOnly On, int Minutes);

/// <summary>Counts JP by a rule. One lesson hour is 45 minutes; only whole JP are given, minutes are kept.</summary>
public static class JpCalculator
{
    public const int MinutesPerJp = 45;

    public static JpCalculation Calculate(JpRule rule, JpActivity activity)
    {
        var minutes = activity.Meetings.Sum(meeting => Math.Max(0, meeting.Minutes));
        // A form that is not counted by its programme can still be given JP by one; then no rule had a part in it.
        if (activity.ProgrammeJp is { } set && rule.Basis != JpBasis.ByProgramme)
            return JpCalculation.ByProgramme(set, minutes, activity.ProgrammeNote);
        var steps = new List<JpStep>();
        var jp = rule.Basis switch
        {
            JpBasis.ByMinutes => ByMinutes(rule, activity, minutes, steps),
            JpBasis.ByProgramme => ByProgramme(activity, minutes, steps),
            JpBasis.PerActivity => PerActivity(rule, activity, steps),
            JpBasis.PerMeeting => PerMeeting(rule, activity, steps),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Basis, null),
        };
        if (activity.International && rule.InternationalPercent is { } percent)
        {
            var more = (int)((long)jp * (100 + percent) / 100);
            steps.Add(new JpStep(JpStepKind.International, more, jp, percent));
            jp = more;
        }
        return new JpCalculation(jp, minutes, rule.Version, steps);
    }

    private static int ByMinutes(JpRule rule, JpActivity activity, int minutes, List<JpStep> steps)
    {
        if (rule.CapPerDay is not { } cap)
        {
            // The minutes of all sessions are added before dividing: what one day leaves over, the next one uses.
            var whole = minutes / MinutesPerJp;
            steps.Add(new JpStep(JpStepKind.Minutes, whole, minutes, MinutesPerJp));
            return whole;
        }
        var total = 0;
        foreach (var day in activity.Meetings.GroupBy(meeting => meeting.On).OrderBy(day => day.Key))
        {
            var minutesOfDay = day.Sum(meeting => Math.Max(0, meeting.Minutes));
            var ofDay = minutesOfDay / MinutesPerJp;
            steps.Add(new JpStep(JpStepKind.Minutes, ofDay, minutesOfDay, MinutesPerJp, day.Key));
            if (ofDay > cap)
            {
                steps.Add(new JpStep(JpStepKind.CapPerDay, cap, ofDay, cap, day.Key));
                ofDay = cap;
            }
            total += ofDay;
        }
        return total;
    }

    private static int ByProgramme(JpActivity activity, int minutes, List<JpStep> steps)
    {
        if (activity.ProgrammeJp is { } programme)
        {
            steps.Add(new JpStep(JpStepKind.Programme, programme, Note: activity.ProgrammeNote));
            return programme;
        }
        var whole = minutes / MinutesPerJp;
        steps.Add(new JpStep(JpStepKind.Minutes, whole, minutes, MinutesPerJp));
        return whole;
    }

    private static int PerActivity(JpRule rule, JpActivity activity, List<JpStep> steps)
    {
        var jp = Amount(rule, activity);
        steps.Add(new JpStep(JpStepKind.Activity, jp));
        return jp;
    }

    private static int PerMeeting(JpRule rule, JpActivity activity, List<JpStep> steps)
    {
        var amount = Amount(rule, activity);
        var total = 0;
        foreach (var month in activity.Meetings.GroupBy(FirstOfMonth).OrderBy(month => month.Key))
        {
            var held = month.Count();
            var counted = Math.Min(held, rule.MeetingsPerMonth ?? held);
            if (counted < held)
                steps.Add(new JpStep(JpStepKind.CapPerMonth, counted * amount, held, counted, month.Key));
            total += counted * amount;
            steps.Add(new JpStep(JpStepKind.Meetings, counted * amount, counted, amount, month.Key));
        }
        return total;
    }

    private static DateOnly FirstOfMonth(JpMeeting meeting) => new(meeting.On.Year, meeting.On.Month, 1);

    private static int Amount(JpRule rule, JpActivity activity) =>
        (activity.International ? rule.InternationalJp : null) ?? rule.Jp ?? 0;
}
