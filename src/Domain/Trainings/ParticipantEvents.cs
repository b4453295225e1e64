using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Trainings;

public sealed record ParticipantConfirmed(TrainingId Training, ParticipantId Participant, EmployeeId? Employee)
    : IDomainEvent;

/// <summary>Withdrew, was taken off the list, or was replaced.</summary>
/// <param name="KnewOfIt">Had been asked, had a place, or came by themselves; not merely put forward by others.</param>
public sealed record ParticipantLeft(
    TrainingId Training,
    ParticipantId Participant,
    EmployeeId? Employee,
    bool KnewOfIt
) : IDomainEvent;
