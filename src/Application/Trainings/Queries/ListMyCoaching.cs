using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>My agreements of coaching and mentoring, as participant and as coach.</summary>
[SignedIn]
public sealed record ListMyCoaching : IQuery<IReadOnlyList<CoachingRow>>;

internal sealed class ListMyCoachingHandler(IDatabase database, CoachingReader reader, ICurrentUser user)
    : IRequestHandler<ListMyCoaching, Result<IReadOnlyList<CoachingRow>>>
{
    public async Task<Result<IReadOnlyList<CoachingRow>>> Handle(ListMyCoaching request, CancellationToken ct)
    {
        var me = user.EmployeeId;
        if (me is null)
            return Result<IReadOnlyList<CoachingRow>>.Success([]);
        var people = database.Set<Participant>();
        var mine = people.Where(person => person.EmployeeId == me).Select(person => person.Id);
        var agreements = database
            .Set<CoachingAgreement>()
            .Where(one => one.CoachEmployeeId == me || mine.Contains(one.ParticipantId));
        return Result<IReadOnlyList<CoachingRow>>.Success(await reader.ReadAsync(agreements, people, ct));
    }
}
