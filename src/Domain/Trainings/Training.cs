using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Trainings;

/// <summary>
/// A regular training from plan to closing. Split by topic: states, sessions, documents here;
/// participants and completion beside them.
/// </summary>
public sealed partial class Training : AggregateRoot<TrainingId>
{
    public const int TitleMaximum = 300;
    public const int ShortTextMaximum = 200;
    public const int LongTextMaximum = 4000;
    public const int LinkMaximum = 500;
    public const int CodeMaximum = 60;
    public const int ActivityCodeMaximum = 160;
    public const int QuotaMaximum = 100_000;
    public const int JpMaximum = 2_000;
    public const int YearMinimum = 2000;
    public const int YearMaximum = 2100;

    private readonly List<TrainingCompetency> competencies = [];

    private Training() { }

    /// <summary>The institution's own code of the activity (kode PKASN), generated.</summary>
    public string ActivityCode { get; private set; } = "";
    public string Title { get; private set; } = "";
    public int Year { get; private set; }

    /// <summary>The unit that runs it: the centre, or a part of it. Officers of this unit may plan it.</summary>
    public UnitId UnitId { get; private set; }
    public string Form { get; private set; } = "";
    public Cluster Cluster { get; private set; }
    public DeliveryScheme Scheme { get; private set; }
    public DateOnly Start { get; private set; }
    public DateOnly End { get; private set; }
    public string TimeZone { get; private set; } = "";
    public int Quota { get; private set; }
    public int ReservePlaces { get; private set; }

    /// <summary>Seats that participants hold; the database refuses more than the quota.</summary>
    public int SeatsTaken { get; private set; }

    /// <summary>When somebody last got or lost a seat, by the hand of the database like the count.</summary>
    public DateTimeOffset? SeatsChangedAt { get; private set; }
    public string? Organiser { get; private set; }
    public string? Partner { get; private set; }
    public string? WorkingGroup { get; private set; }
    public string? Batch { get; private set; }
    public string? TargetAudience { get; private set; }
    public IReadOnlyList<string> TargetJobFamilies { get; private set; } = [];
    public IReadOnlyList<TrainingCompetency> Competencies => [.. competencies.OrderBy(kept => kept.Position)];
    public int? ProgrammeJp { get; private set; }
    public string? ProgrammeJpReason { get; private set; }

    /// <summary>Code in <see cref="Countries"/>; none is at home.</summary>
    public string? Country { get; private set; }
    public string? City { get; private set; }
    public string? Venue { get; private set; }
    public string? OnlineLink { get; private set; }
    public TrainingColour Colour { get; private set; }
    public string? BudgetSource { get; private set; }
    public decimal? BudgetCeiling { get; private set; }
    public decimal? BudgetRealisation { get; private set; }
    public string? Notes { get; private set; }
    public bool AllowsSelfApplication { get; private set; }
    public bool AllowsPublicRegistration { get; private set; }

    /// <summary>
    /// Grows with each change of plan, timetable or state, not with seats: somebody who edits the plan is not
    /// turned away because a participant confirmed meanwhile.
    /// </summary>
    public int Revision { get; private set; }
    public Guid CreatedBy { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    public int SeatsLeft => Quota - SeatsTaken;

    /// <summary>In whose books its JP stand: the year in which it ends, whatever year its plan belongs to.</summary>
    public int JpYear => End.Year;

    /// <summary>The calendar day where the training takes place.</summary>
    public DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    public DateRange Dates => DateRange.Create(Start, End).Value;

    /// <summary>Held abroad, which some JP rules value higher.</summary>
    public bool IsAbroad => Country is not (null or Countries.Home);

    public TrainingVenue WhenAndWhere => new(Dates, Venue, City, OnlineLink);

    /// <summary>
    /// What it gives by the rule of its form, or as its programme sets it; once completed, what it gave. Kept, so that
    /// lists and letters say what ledger and certificates will, and need not count.
    /// </summary>
    public int Jp { get; private set; }

    /// <summary>Counted by who knows the rules, as often as <see cref="HoursChanged"/> asks for it.</summary>
    public void Gives(int jp) => Jp = jp;

    public static Result<Training> Create(
        TrainingPlan plan,
        string activityCode,
        UnitId unit,
        Actor by,
        DateTimeOffset now
    )
    {
        if (CheckPlan(plan) is { Count: > 0 } errors)
            return Result<Training>.Failure(errors);
        var training = new Training
        {
            Id = TrainingId.New(),
            ActivityCode = activityCode,
            UnitId = unit,
            State = TrainingState.Draft,
            CreatedBy = by.UserId,
            CreatedAt = now,
        };
        training.Apply(plan);
        return training;
    }

    /// <param name="asked">People who were asked and may still accept.</param>
    /// <param name="waiting">People on the reserve list now.</param>
    public Result Update(TrainingPlan plan, int asked = 0, int waiting = 0)
    {
        if (!IsPlanEditable)
            return TrainingErrors.NotEditable(State);
        var errors = CheckPlan(plan);
        if (IsSubstanceLocked)
            errors.AddRange(LockedFieldsThatDiffer(plan).Select(field => TrainingErrors.FieldLocked(field, State)));
        if (plan.Quota < SeatsTaken + asked)
            errors.Add(TrainingErrors.QuotaBelowSeatsTaken(plan.Quota, SeatsTaken, asked));
        if (plan.ReservePlaces < waiting)
            errors.Add(TrainingErrors.ReserveBelowWaiting(plan.ReservePlaces, waiting));
        if (sessions.Count(session => session.Date < plan.Start || session.Date > plan.End) is > 0 and var outside)
            errors.Add(TrainingErrors.SessionsOutsideDates(outside, plan.Start, plan.End));
        if (errors.Count > 0)
            return Result.Failure(errors);

        var before = WhenAndWhere;
        Apply(plan);
        Revision++;
        if (WhenAndWhere != before)
            Raise(new TrainingRescheduled(Id, before));
        return Result.Success();
    }

    private static List<Error> CheckPlan(TrainingPlan plan)
    {
        var errors = new List<Error>();
        if (TypedText.OrNothing(plan.Title) is null)
            errors.Add(TrainingErrors.TitleMissing());
        if (plan.End < plan.Start)
            errors.AddRange(DateRange.Create(plan.Start, plan.End).Errors);
        if (plan.Start.Year != plan.Year && plan.End.Year != plan.Year)
            errors.Add(TrainingErrors.YearOutsideDates(plan.Year, plan.Start, plan.End));
        if (plan.ApplicationsUntil > plan.End)
            errors.Add(TrainingErrors.ApplicationsAfterEnd(plan.End));
        if (CountryOf(plan) is { } country && !Countries.All.Contains(country))
            errors.Add(TrainingErrors.CountryUnknown(country));
        if (plan.Quota is < 1 or > QuotaMaximum)
            errors.Add(TrainingErrors.QuotaOutOfRange(plan.Quota));
        if (plan.ReservePlaces is < 0 or > QuotaMaximum)
            errors.Add(TrainingErrors.ReserveOutOfRange(plan.ReservePlaces));
        if (plan.ProgrammeJp is < 1 or > JpMaximum)
            errors.Add(TrainingErrors.ProgrammeJpOutOfRange(plan.ProgrammeJp.Value));
        if (plan.ProgrammeJp is not null && string.IsNullOrWhiteSpace(plan.ProgrammeJpReason))
            errors.Add(TrainingErrors.ProgrammeJpNeedsReason());
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(plan.TimeZone, out _))
            errors.Add(TrainingErrors.TimeZoneUnknown(plan.TimeZone));
        if (plan.Competencies.GroupBy(target => target.CompetencyId).Any(group => group.Count() > 1))
            errors.Add(TrainingErrors.CompetencyTwice());
        return errors;
    }

    /// <summary>What the head approved stays as approved; place, dates and numbers may still be arranged.</summary>
    private IEnumerable<string> LockedFieldsThatDiffer(TrainingPlan plan)
    {
        if (TypedText.Clean(plan.Title) != TypedText.Clean(Title))
            yield return "title";
        if (plan.Year != Year)
            yield return "year";
        if (plan.Form != Form)
            yield return "form";
        if (plan.Cluster != Cluster)
            yield return "cluster";
        if (plan.Scheme != Scheme)
            yield return "scheme";
        if (plan.BudgetCeiling != BudgetCeiling)
            yield return "budgetCeiling";
        if (plan.ProgrammeJp != ProgrammeJp)
            yield return "programmeJp";
        if (!IsDeveloping(plan.Competencies))
            yield return "competencies";
    }

    private void Apply(TrainingPlan plan)
    {
        Title = TypedText.Clean(plan.Title);
        Year = plan.Year;
        Form = plan.Form;
        Cluster = plan.Cluster;
        Scheme = plan.Scheme;
        Start = plan.Start;
        End = plan.End;
        if (TimeZone != plan.TimeZone)
        {
            TimeZone = plan.TimeZone;
            sessions.ForEach(session => session.Anchor(Zone));
        }
        Quota = plan.Quota;
        ReservePlaces = plan.ReservePlaces;
        Organiser = Clean(plan.Organiser);
        Partner = Clean(plan.Partner);
        WorkingGroup = Clean(plan.WorkingGroup);
        Batch = Clean(plan.Batch);
        TargetAudience = Clean(plan.TargetAudience);
        if (!TargetJobFamilies.SequenceEqual(plan.TargetJobFamilies))
            TargetJobFamilies = [.. plan.TargetJobFamilies];
        ProgrammeJp = plan.ProgrammeJp;
        ProgrammeJpReason = plan.ProgrammeJp is null ? null : Clean(plan.ProgrammeJpReason);
        Country = CountryOf(plan);
        City = Clean(plan.City);
        Venue = Clean(plan.Venue);
        OnlineLink = Clean(plan.OnlineLink);
        Colour = plan.Colour;
        BudgetSource = Clean(plan.BudgetSource);
        BudgetCeiling = plan.BudgetCeiling;
        Notes = Clean(plan.Notes);
        AllowsSelfApplication = plan.AllowsSelfApplication;
        ApplicationsUntil = plan.ApplicationsUntil;
        AllowsPublicRegistration = plan.AllowsPublicRegistration;
        competencies.RemoveAll(kept => !plan.Competencies.Any(kept.Is));
        foreach (var (position, target) in plan.Competencies.Index())
        {
            if (competencies.Find(kept => kept.Is(target)) is { } kept)
                kept.MoveTo(position);
            else
                competencies.Add(new TrainingCompetency(Id, target, position));
        }
        Raise(new HoursChanged(Id));
    }

    private static string? CountryOf(TrainingPlan plan) => Clean(plan.Country)?.ToUpperInvariant();

    private static string? Clean(string? text) => TypedText.OrNothing(text);
}
