using Pionir.Application.Trainings.Queries;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>The people of a training, page by page, in one round trip: officers keep this list open all day.</summary>
public interface IParticipantPages
{
    /// <param name="within">Null is everybody.</param>
    Task<(IReadOnlyList<ParticipantLine> Rows, int Total)> ReadAsync(
        ListParticipants wanted,
        PeopleWithin? within,
        CancellationToken cancellationToken
    );
}

/// <summary>The people of these units, and those whose superior this employee is.</summary>
public sealed record PeopleWithin(Guid[] Units, Guid? Superior);

/// <summary>A participant as the tables have it, with the open invitation.</summary>
public sealed record ParticipantLine(
    Guid Id,
    Guid? EmployeeId,
    Guid? UnitId,
    Guid? SupervisorId,
    string Name,
    string? IdentityNumber,
    string Affiliation,
    ParticipantState State,
    DateTimeOffset StateSince,
    ParticipantSource Source,
    string? Note,
    int? RecommendedJp,
    int? RecommendedTarget,
    string? Reason,
    Guid NominatedBy,
    int? ReserveRank,
    Guid? ReplacedById,
    decimal? PostTestScore,
    bool HasExternalCertificate,
    DateTimeOffset? InvitedUntil,
    InvitationKind? InvitationKind
);
