using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Trainings;

public sealed record ParticipantConfirmed(TrainingId Training, ParticipantId Participant, EmployeeId? Employee)
    : IDomainEvent;

/// <summary>Withdrew or was replaced; a place may be free.</summary>
public sealed record ParticipantLeft(TrainingId Training, ParticipantId Participant, EmployeeId? Employee)
    : IDomainEvent;
