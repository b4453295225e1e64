using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public sealed partial class Training
{
    /// <summary>Last day on which employees may apply by themselves; the day before the start when none is set. A day where it is held.</summary>
    public DateOnly? ApplicationsUntil { get; private set; }

    public DateOnly LastApplicationDay => ApplicationsUntil ?? Start.AddDays(-1);

    /// <summary>After its last day nobody is asked any more whether they come; who was there may still be listed.</summary>
    public bool OffersPlaces(DateTimeOffset now) => AcceptsParticipants && DayOf(now) <= End;

    /// <summary>
    /// Until when an answer asked for now is awaited: not past the beginning, for a place held longer is lost to the
    /// reserves, but at least <paramref name="least"/>; and never past the last day.
    /// </summary>
    public DateTimeOffset AnswerBy(DateTimeOffset now, TimeSpan wished, TimeSpan least)
    {
        var beginning = Midnight(Start);
        var over = Midnight(End.AddDays(1));
        var until = now + wished;
        if (until > beginning)
            until = now + least > beginning ? now + (least < wished ? least : wished) : beginning;
        return until > over && over > now ? over : until;
    }

    private DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    public Result CheckAcceptsParticipants() =>
        AcceptsParticipants ? Result.Success() : TrainingErrors.NoParticipantsWhile(State);

    public Result CheckAcceptsApplication(DateTimeOffset now)
    {
        if (!AllowsSelfApplication)
            return TrainingErrors.SelfApplicationNotAllowed();
        if (State != TrainingState.Open || DayOf(now) > LastApplicationDay)
            return ParticipantErrors.ApplicationClosed();
        return Result.Success();
    }

    /// <summary>Registration from outside, on the public page.</summary>
    public Result CheckAcceptsRegistration(DateTimeOffset now)
    {
        if (!AllowsPublicRegistration)
            return RegistrationErrors.NotOffered();
        return State == TrainingState.Open && DayOf(now) <= LastApplicationDay
            ? Result.Success()
            : RegistrationErrors.Closed();
    }
}
