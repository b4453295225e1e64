using Pionir.Application.Common.Mail;
using Pionir.Application.Trainings.Queries;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>The people of a training, page by page, in one round trip: officers keep this list open all day.</summary>
public interface IParticipantPages
{
    /// <param name="within">Null is everybody.</param>
    /// <param name="withMail">How far the newest mail to each has come.</param>
    /// <returns>Null when there is no such training.</returns>
    Task<ParticipantPage?> ReadAsync(
        ListParticipants wanted,
        PeopleWithin? within,
        bool withMail,
        CancellationToken cancellationToken
    );
}

/// <summary>
/// The people of these units, those whose superior this employee is, and everybody in a training that one of the units runs.
/// </summary>
public sealed record PeopleWithin(Guid[] Units, Guid? Superior);

/// <summary>With what says of the training who may see them and what may be done with them.</summary>
public sealed record ParticipantPage(
    UnitId RunBy,
    TrainingState State,
    DateOnly End,
    IReadOnlyList<ParticipantLine> People,
    int Total
);

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
    InvitationKind? InvitationKind,
    MailTrack? Mail
);
