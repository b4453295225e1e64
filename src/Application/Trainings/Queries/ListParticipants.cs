using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Mail;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>The people of a training: all of them for those who run or oversee it, a unit's own for the others.</summary>
/// <param name="Search">Part of the name or of the identity number.</param>
/// <param name="Sort">name (default), rank, nominatedAt or state.</param>
[Requires(Permission.ParticipantsRead, Permission.ParticipantsManage, Permission.ParticipantsNominate)]
public sealed record ListParticipants(
    Guid TrainingId,
    IReadOnlyList<ParticipantState> States,
    Guid? UnitId,
    string? Search,
    string? Sort,
    PageRequest Page
) : IQuery<Page<ParticipantRow>>;

/// <param name="Affiliation">Unit on the day of nomination, or the institution of somebody from outside.</param>
/// <param name="Note">What the nominator wrote.</param>
/// <param name="RecommendedBecause">Why the system put the person forward.</param>
/// <param name="InvitedUntil">When the open invitation or offer ends.</param>
/// <param name="Mail">How far the newest mail to the person has come; only for those who run the training.</param>
/// <param name="Unreachable">Invited, and no mail could be written because no address is known.</param>
/// <param name="CanSendMail">The invitation or the personal link may be sent again.</param>
public sealed record ParticipantRow(
    Guid Id,
    Guid? EmployeeId,
    string Name,
    string? IdentityNumber,
    Guid? UnitId,
    string Affiliation,
    bool IsExternal,
    ParticipantState State,
    DateTimeOffset StateSince,
    ParticipantSource Source,
    string? Note,
    LocalText? RecommendedBecause,
    string? Reason,
    int? ReserveRank,
    Guid? ReplacedById,
    DateTimeOffset? InvitedUntil,
    InvitationKind? InvitationKind,
    decimal? PostTestScore,
    bool HasExternalCertificate,
    bool CanDecide,
    bool CanInvite,
    bool CanConfirm,
    bool CanWithdraw,
    bool CanReplace,
    bool CanSendMail,
    MailTrack? Mail,
    bool Unreachable
);

internal sealed class ListParticipantsHandler(
    IDatabase database,
    TrainingGate gate,
    ParticipantScope scope,
    IMailTracks mails,
    ICurrentUser user
) : IRequestHandler<ListParticipants, Result<Page<ParticipantRow>>>
{
    public async Task<Result<Page<ParticipantRow>>> Handle(ListParticipants request, CancellationToken ct)
    {
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { } training || !scope.MaySee(training))
            return TrainingErrors.NotFound();
        var people = Filter(scope.Of(training), request);
        var open = database.Set<Invitation>().Where(invitation => invitation.Answer == null);
        var (rows, total) = await Sort(people.AsNoTracking(), request.Sort)
            .ToPageAsync(
                request.Page,
                one => new
                {
                    Person = one,
                    Invitation = open.Where(invitation => invitation.ParticipantId == one.Id)
                        .Select(invitation => new { invitation.ExpiresAt, invitation.Kind })
                        .FirstOrDefault(),
                },
                ct
            );
        var runs = gate.Runs(training);
        var tracks = await mails.NewestAsync(runs ? [.. rows.Select(row => row.Person.Id.Value)] : [], ct);
        return new Page<ParticipantRow>(
            [.. rows.Select(row => Row(row.Person, row.Invitation?.ExpiresAt, row.Invitation?.Kind))],
            total,
            request.Page.Number,
            request.Page.Size
        );

        ParticipantRow Row(Participant one, DateTimeOffset? until, InvitationKind? kind)
        {
            var open = training.AcceptsParticipants;
            var mail = tracks.GetValueOrDefault(one.Id.Value);
            var decides = gate.MayDecide(one) || (runs && one.IsExternal);
            return new ParticipantRow(
                one.Id.Value,
                one.EmployeeId?.Value,
                one.Name,
                one.IdentityNumber,
                one.UnitId?.Value,
                one.Affiliation,
                one.IsExternal,
                one.State,
                one.StateSince,
                one.Source,
                one.Note,
                Recommendation.Of(one, training.Year),
                one.Reason,
                one.ReserveRank,
                one.ReplacedById?.Value,
                until,
                kind,
                one.PostTestScore,
                one.ExternalCertificate is not null,
                open && decides && one.State == ParticipantState.Nominated && one.NominatedBy != user.UserId,
                runs && open && (one.MayBecome(ParticipantState.Invited) || one.State == ParticipantState.Invited),
                runs && open && one.MayBecome(ParticipantState.Confirmed),
                (runs || decides) && one.MayBecome(ParticipantState.Withdrawn),
                runs && open && one.MayBecome(ParticipantState.Replaced),
                runs && open && one.MayGetMail,
                mail,
                runs && mail is null && one.State == ParticipantState.Invited
            );
        }
    }

    private static IQueryable<Participant> Filter(IQueryable<Participant> people, ListParticipants request)
    {
        if (request.States.Count > 0)
            people = people.Where(one => request.States.Contains(one.State));
        if (request.UnitId is { } unit)
        {
            var unitId = (UnitId?)UnitId.From(unit);
            people = people.Where(one => one.UnitId == unitId);
        }
        if (!string.IsNullOrWhiteSpace(request.Search))
        {
            var pattern = "%" + Escape(request.Search.Trim()) + "%";
            people = people.Where(one =>
                EF.Functions.Like(one.Name.ToLower(), pattern)
                || (one.IdentityNumber != null && EF.Functions.Like(one.IdentityNumber, pattern))
            );
        }
        return people;
    }

    /// <summary>The database lowers the name; a search typed in capitals means the same.</summary>
    private static string Escape(string text) =>
        text.ToLowerInvariant()
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);

    private static IQueryable<Participant> Sort(IQueryable<Participant> people, string? sort) =>
        sort switch
        {
            "rank" => people.OrderBy(one => one.ReserveRank).ThenBy(one => one.Name).ThenBy(one => one.Id),
            "nominatedAt" => people.OrderBy(one => one.NominatedAt).ThenBy(one => one.Id),
            "state" => people.OrderBy(one => one.State).ThenBy(one => one.Name).ThenBy(one => one.Id),
            _ => people.OrderBy(one => one.Name).ThenBy(one => one.Id),
        };
}
