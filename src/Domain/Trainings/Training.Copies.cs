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
        var days = start.DayNumber - Start.DayNumber;
        var plan = ToPlan() with
        {
            Title = string.IsNullOrWhiteSpace(title) ? Title : title,
            Batch = string.IsNullOrWhiteSpace(batch) ? Batch : batch,
            Year = Year - Start.Year + start.Year,
            Start = start,
            End = End.AddDays(days),
            BudgetRealisation = null,
            ApplicationsUntil = ApplicationsUntil?.AddDays(days),
        };
        var copied = Create(plan, activityCode, UnitId, by, now);
        if (!copied.IsSuccess)
            return copied;
        copied.Value.CopiedFrom = Id;
        foreach (var session in withSessions ? sessions : [])
            copied.Value.sessions.Add(Session.Create(copied.Value.Id, session.ToPlan(days), copied.Value.Zone));
        copied.Value.ScheduledMinutes = copied.Value.sessions.Sum(session => session.Minutes);
        return copied;
    }

    public TrainingPlan ToPlan() =>
        new(Title, Year, Form, Cluster, Scheme, Start, End, Quota, ReservePlaces, TimeZone)
        {
            Organiser = Organiser,
            Partner = Partner,
            WorkingGroup = WorkingGroup,
            Batch = Batch,
            TargetAudience = TargetAudience,
            TargetJobFamilies = TargetJobFamilies,
            Competencies = [.. competencies.Select(target => new CompetencyTarget(target.CompetencyId, target.Level))],
            ProgrammeJp = ProgrammeJp,
            ProgrammeJpReason = ProgrammeJpReason,
            Country = Country,
            City = City,
            Venue = Venue,
            OnlineLink = OnlineLink,
            Colour = Colour,
            BudgetSource = BudgetSource,
            BudgetCeiling = BudgetCeiling,
            BudgetRealisation = BudgetRealisation,
            Notes = Notes,
            AllowsSelfApplication = AllowsSelfApplication,
            AllowsPublicRegistration = AllowsPublicRegistration,
            ApplicationsUntil = ApplicationsUntil,
        };

    /// <summary>The same weekday about as far from new year: whole weeks, and never out of the wanted year.</summary>
    public DateOnly SameTimeIn(int year)
    {
        var wanted = Start.AddYears(year - Start.Year);
        var weeks = (int)Math.Round((wanted.DayNumber - Start.DayNumber) / 7.0, MidpointRounding.AwayFromZero);
        var day = Start.AddDays(weeks * 7);
        if (day.Year < year)
            return day.AddDays(7);
        return day.Year > year ? day.AddDays(-7) : day;
    }
}
