using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public readonly record struct TrainingId(Guid Value) : ITypedId<TrainingId>
{
    public static TrainingId From(Guid value) => new(value);

    public static TrainingId New() => new(Guid.CreateVersion7());
}

public readonly record struct SessionId(Guid Value) : ITypedId<SessionId>
{
    public static SessionId From(Guid value) => new(value);

    public static SessionId New() => new(Guid.CreateVersion7());
}

public readonly record struct ParticipantId(Guid Value) : ITypedId<ParticipantId>
{
    public static ParticipantId From(Guid value) => new(value);

    public static ParticipantId New() => new(Guid.CreateVersion7());
}

public readonly record struct DocumentId(Guid Value) : ITypedId<DocumentId>
{
    public static DocumentId From(Guid value) => new(value);

    public static DocumentId New() => new(Guid.CreateVersion7());
}

public readonly record struct TransitionId(Guid Value) : ITypedId<TransitionId>
{
    public static TransitionId From(Guid value) => new(value);

    public static TransitionId New() => new(Guid.CreateVersion7());
}

public readonly record struct PlanRevisionId(Guid Value) : ITypedId<PlanRevisionId>
{
    public static PlanRevisionId From(Guid value) => new(value);

    public static PlanRevisionId New() => new(Guid.CreateVersion7());
}
