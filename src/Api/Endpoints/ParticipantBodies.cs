using Pionir.Application.Trainings.Commands;

namespace Pionir.Api.Endpoints;

/// <param name="Note">Seen by those who decide.</param>
/// <param name="Recommended">Taken over from the recommendation.</param>
public sealed record NominateBody(IReadOnlyList<Guid>? EmployeeIds, string? Note = null, bool Recommended = false);

/// <param name="IdentityNumber">Printed on the certificate when given.</param>
public sealed record ExternalBody(
    string? Name,
    string? Email,
    string? Institution = null,
    string? IdentityNumber = null
);

/// <param name="ParticipantIds">None: everybody who is approved.</param>
public sealed record InviteBody(IReadOnlyList<Guid>? ParticipantIds = null);

/// <param name="Confirm">False declines.</param>
public sealed record AnswerBody(bool Confirm, string? Reason = null);

public sealed record WithdrawBody(IReadOnlyList<Guid>? ParticipantIds, string? Reason);

/// <param name="Email">A better address of somebody from outside.</param>
public sealed record ParticipantMailBody(string? Email = null);

public sealed record ReplaceBody(Guid ReplacementId, string? Reason);

public sealed record UnitQuotasBody(IReadOnlyList<UnitQuotaLine>? Quotas);

public sealed record DecisionsBody(IReadOnlyList<ParticipantDecision>? Decisions);

public sealed record TakeBackBody(IReadOnlyList<Guid>? ParticipantIds);

public sealed record ApplyBody(string? Note = null);
