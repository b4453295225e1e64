using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>What a participant without an account sees: the own programme and when they were there.</summary>
[Public("People from outside have no account; the personal link that was mailed is the key.")]
public sealed record GetPersonalLink(string Token) : IQuery<PersonalPage>;

/// <param name="CanCheckIn">A session takes codes at this moment.</param>
public sealed record PersonalPage(
    string Name,
    string Training,
    DateOnly Start,
    DateOnly End,
    string? Venue,
    string? City,
    string? OnlineLink,
    ParticipantState State,
    bool CanCheckIn,
    IReadOnlyList<PersonalSession> Sessions
);

/// <param name="Status">How the attendance was noted; none yet when left out.</param>
public sealed record PersonalSession(
    Guid Id,
    DateOnly Date,
    TimeOnly Start,
    TimeOnly End,
    string Subject,
    string? Room,
    AttendanceStatus? Status
);

internal sealed class GetPersonalLinkHandler(IDatabase database, RegistrationLinks links, TimeProvider time)
    : IRequestHandler<GetPersonalLink, Result<PersonalPage>>
{
    public async Task<Result<PersonalPage>> Handle(GetPersonalLink request, CancellationToken ct)
    {
        var opened = await links.OpenAsync(request.Token, ct);
        if (!opened.IsSuccess)
            return opened.Error;
        var (training, participant) = opened.Value;
        var (id, me, now) = (training.Id, participant.Id, time.GetUtcNow());
        var marks = database.Set<AttendanceMark>().Where(mark => mark.ParticipantId == me && mark.SupersededAt == null);
        var sessions = await database
            .Set<Session>()
            .AsNoTracking()
            .Where(session => session.TrainingId == id)
            .OrderBy(session => session.StartsAt)
            .Select(session => new PersonalSession(
                session.Id.Value,
                session.Date,
                session.Start,
                session.End,
                session.Subject,
                session.Room,
                marks
                    .Where(mark => mark.SessionId == session.Id)
                    .Select(mark => (AttendanceStatus?)mark.Status)
                    .FirstOrDefault()
            ))
            .ToListAsync(ct);
        return new PersonalPage(
            participant.Name,
            training.Title,
            training.Start,
            training.End,
            training.Venue,
            training.City,
            training.OnlineLink,
            participant.State,
            await database
                .Set<CheckInWindow>()
                .AnyAsync(window => window.TrainingId == id && window.ClosesAt > now, ct),
            sessions
        );
    }
}
