using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public sealed partial class Training
{
    /// <summary>The training this one was copied from; copying a year twice then copies nothing twice.</summary>
    public TrainingId? CopiedFrom { get; private set; }

    /// <summary>
    /// A draft of the same plan on other days: sessions move along, people, documents and realised budget do not.
    /// </summary>
    public Result<Training> Copy(
        DateOnly start,
        string? title,
        string? batch,
        bool withSessions,
        string activityCode,
        Actor by,
        DateTimeOffset now
    )
    {
        var plan = PlanFrom(start) with
        {
            Title = string.IsNullOrWhiteSpace(title) ? Title : title,
            Batch = string.IsNullOrWhiteSpace(batch) ? Batch : batch,
        };
        var copied = Create(plan, activityCode, UnitId, by, now);
        if (!copied.IsSuccess)
            return copied;
        var copy = copied.Value;
        copy.CopiedFrom = Id;
        copy.MinimumAttendancePercent = MinimumAttendancePercent;
        copy.MinimumPostTestScore = MinimumPostTestScore;
        copy.EvaluationRequired = EvaluationRequired;
        var days = start.DayNumber - Start.DayNumber;
        foreach (var session in withSessions ? sessions : [])
            copy.sessions.Add(Session.Create(copy.Id, session.ToPlan(days), copy.Zone));
        copy.ScheduledMinutes = copy.sessions.Sum(session => session.Minutes);
        return copied;
    }

    /// <summary>The plan on other days. A training over new year counts for the same of its two years as before.</summary>
    public TrainingPlan PlanFrom(DateOnly start)
    {
        var days = start.DayNumber - Start.DayNumber;
        var end = End.AddDays(days);
        return ToPlan() with
        {
            Year = CountsByStart ? start.Year : end.Year,
            Start = start,
            End = end,
            ApplicationsUntil = ApplicationsUntil?.AddDays(days),
        };
    }

    private bool CountsByStart => Start.Year == Year;

    public TrainingPlan ToPlan() =>
        new(Title, Year, Form, Cluster, Scheme, Start, End, Quota, ReservePlaces, TimeZone)
        {
            Organiser = Organiser,
            Partner = Partner,
            WorkingGroup = WorkingGroup,
            Batch = Batch,
            TargetAudience = TargetAudience,
            TargetJobFamilies = TargetJobFamilies,
            Competencies = [.. Competencies.Select(target => new CompetencyTarget(target.CompetencyId, target.Level))],
            ProgrammeJp = ProgrammeJp,
            ProgrammeJpReason = ProgrammeJpReason,
            Country = Country,
            City = City,
            Venue = Venue,
            OnlineLink = OnlineLink,
            Colour = Colour,
            BudgetSource = BudgetSource,
            BudgetCeiling = BudgetCeiling,
            Notes = Notes,
            AllowsSelfApplication = AllowsSelfApplication,
            AllowsPublicRegistration = AllowsPublicRegistration,
            ApplicationsUntil = ApplicationsUntil,
        };

    /// <summary>
    /// First day of a copy that counts for another year: the same weekday about as far from new year, whole weeks, and
    /// never out of the wanted year.
    /// </summary>
    public DateOnly SameTimeIn(int year)
    {
        var counted = CountsByStart ? Start : End;
        var wanted = counted.AddYears(year - Year);
        var weeks = (int)Math.Round((wanted.DayNumber - counted.DayNumber) / 7.0, MidpointRounding.AwayFromZero);
        weeks += Math.Sign(year - counted.AddDays(weeks * 7).Year);
        return Start.AddDays(weeks * 7);
    }
}
