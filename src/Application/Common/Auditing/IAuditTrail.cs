using System.Text.Json;
using Pionir.Application.Common.Persistence;

namespace Pionir.Application.Common.Auditing;

/// <summary>Reads what <see cref="IAuditLog"/> and the change tracker wrote.</summary>
public interface IAuditTrail
{
    Task<Page<AuditRow>> SearchAsync(AuditFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>All that was found, newest first: for files.</summary>
    Task<IReadOnlyList<AuditRow>> ReadAsync(AuditFilter filter, int most, CancellationToken cancellationToken);
}

/// <param name="Who">Part of the name of who acted, or the id of an account.</param>
/// <param name="Action">Name of the use case, such as <c>ApproveTraining</c>.</param>
/// <param name="SubjectType">Type of the changed object, such as <c>Training</c>.</param>
/// <param name="RootId">The object itself and all that belongs to it.</param>
/// <param name="Q">Part of the name of the object, or of the reason.</param>
public sealed record AuditFilter(
    string? Who = null,
    string? Action = null,
    string? SubjectType = null,
    Guid? RootId = null,
    string? Q = null,
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null
);

/// <param name="UserId">Empty (all zero) for the system and for the public.</param>
/// <param name="Change">added, modified, deleted, or noted when nothing changed but somebody looked or took out.</param>
/// <param name="RootId">The object whose history this is part of.</param>
/// <param name="Details">Changed values by name, each as [before, after]; secrets are masked.</param>
/// <param name="Names">What the ids among the changed values are called: people, units, trainings.</param>
public sealed record AuditRow(
    Guid Id,
    DateTimeOffset At,
    Guid UserId,
    string UserName,
    string Action,
    string Change,
    string SubjectType,
    Guid SubjectId,
    string SubjectName,
    Guid RootId,
    JsonElement? Details,
    string? Reason,
    string? RemoteAddress,
    IReadOnlyDictionary<string, string>? Names = null
);
