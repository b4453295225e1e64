using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public sealed partial class Training
{
    /// <summary>Last day on which employees may apply by themselves; the day before the start when none is set.</summary>
    public DateOnly? ApplicationsUntil { get; private set; }

    public DateOnly LastApplicationDay => ApplicationsUntil ?? Start.AddDays(-1);

    /// <summary>After its last day nobody is asked any more whether they come; who was there may still be listed.</summary>
    public bool OffersPlaces(DateTimeOffset now) => AcceptsParticipants && DayOf(now) <= End;

    public Result CheckAcceptsParticipants() =>
        AcceptsParticipants ? Result.Success() : TrainingErrors.NoParticipantsWhile(State);

    public Result CheckAcceptsApplication(DateOnly today)
    {
        if (!AllowsSelfApplication)
            return TrainingErrors.SelfApplicationNotAllowed();
        if (State != TrainingState.Open || today > LastApplicationDay)
            return ParticipantErrors.ApplicationClosed();
        return Result.Success();
    }

    /// <summary>Registration from outside, on the public page.</summary>
    public Result CheckAcceptsRegistration(DateOnly today)
    {
        if (!AllowsPublicRegistration)
            return RegistrationErrors.NotOffered();
        return State == TrainingState.Open && today <= LastApplicationDay
            ? Result.Success()
            : RegistrationErrors.Closed();
    }
}
