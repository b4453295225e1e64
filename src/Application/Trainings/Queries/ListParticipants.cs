using MediatR;
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
/// <param name="Reason">Why the person is out; a person's own words stand in both languages as written.</param>
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
    LocalText? Reason,
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

internal sealed class ListParticipantsHandler(IParticipantPages pages, ParticipantScope scope, ICurrentUser user)
    : IRequestHandler<ListParticipants, Result<Page<ParticipantRow>>>
{
    public async Task<Result<Page<ParticipantRow>>> Handle(ListParticipants request, CancellationToken ct)
    {
        var read = await pages.ReadAsync(request, scope.Within(), user.Has(Permission.ParticipantsManage), ct);
        if (read is null || !scope.MaySee(read.RunBy, read.State))
            return TrainingErrors.NotFound();
        var runs = user.Runs(read.RunBy);
        var open = read.State.AcceptsParticipants();
        return new Page<ParticipantRow>(
            [.. read.People.Select(Row)],
            read.Total,
            request.Page.Number,
            request.Page.Size
        );

        ParticipantRow Row(ParticipantLine one)
        {
            var external = one.EmployeeId is null;
            var unit = one.UnitId is { } id ? UnitId.From(id) : (UnitId?)null;
            var superior = one.SupervisorId is { } of ? EmployeeId.From(of) : (EmployeeId?)null;
            var decides = user.MayDecide(unit, superior) || (runs && external);
            var mail = runs ? one.Mail : null;
            return new ParticipantRow(
                one.Id,
                one.EmployeeId,
                one.Name,
                one.IdentityNumber,
                one.UnitId,
                one.Affiliation,
                external,
                one.State,
                one.StateSince,
                one.Source,
                one.Note,
                Recommendation.Of(one.RecommendedJp, one.RecommendedTarget, read.End.Year),
                LeavingReason.Of(one.Reason),
                one.ReserveRank,
                one.ReplacedById,
                one.InvitedUntil,
                one.InvitationKind,
                one.PostTestScore,
                one.HasExternalCertificate,
                open && decides && one.State == ParticipantState.Nominated && one.NominatedBy != user.UserId,
                runs && open && (May(ParticipantState.Invited) || one.State == ParticipantState.Invited),
                runs && open && May(ParticipantState.Confirmed),
                (runs || decides) && May(ParticipantState.Withdrawn),
                runs && open && May(ParticipantState.Replaced),
                runs && open && Participant.MayGetMailAs(one.State, external),
                mail,
                runs && mail is null && one.State == ParticipantState.Invited
            );

            bool May(ParticipantState next) => Participant.MayBecome(one.State, next);
        }
    }
}
