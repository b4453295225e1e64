using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>What somebody has to do with a training, for what they are told when it changes.</summary>
internal enum Standing
{
    /// <summary>Applied or registered by themselves and waits for a decision.</summary>
    Applied,
    Asked,
    Reserve,
    Seated,
    Teaches,

    /// <summary>Taught here until now.</summary>
    Released,
}

/// <param name="Key">The participant, or the employee who teaches.</param>
/// <param name="Address">Empty when nobody knows one.</param>
internal sealed record AudienceMember(Guid Key, EmployeeId? Employee, string Name, string? Address, Standing Standing)
{
    public bool IsParticipant => Standing is not (Standing.Teaches or Standing.Released);
}

/// <summary>
/// Everybody who reckons with a training. Somebody whom others put forward and who was never asked does not know of it
/// and is left in peace.
/// </summary>
internal sealed class TrainingAudience(IDatabase database, IEmployeeDirectory employees) : IApplicationPart
{
    private static readonly ParticipantState[] Involved =
    [
        ParticipantState.Nominated,
        ParticipantState.Approved,
        ParticipantState.Invited,
        ParticipantState.Reserve,
        ParticipantState.Confirmed,
        ParticipantState.Attended,
    ];

    public async Task<IReadOnlyList<AudienceMember>> ReadAsync(TrainingId training, CancellationToken ct)
    {
        var people = await database
            .Set<Participant>()
            .AsNoTracking()
            .Where(one => one.TrainingId == training && Involved.Contains(one.State))
            .Where(one =>
                (one.State != ParticipantState.Nominated && one.State != ParticipantState.Approved)
                || one.Source == ParticipantSource.Applied
                || one.Source == ParticipantSource.Registered
            )
            .Select(one => new
            {
                one.Id,
                one.EmployeeId,
                one.Name,
                one.ExternalEmail,
                one.State,
            })
            .ToListAsync(ct);
        var teachers = await database
            .Set<Session>()
            .AsNoTracking()
            .Where(session => session.TrainingId == training)
            .SelectMany(session => session.Instructors)
            .Where(one => one.EmployeeId != null)
            .Select(one => one.EmployeeId!.Value)
            .Distinct()
            .ToListAsync(ct);
        var known = people.Select(one => one.EmployeeId).OfType<EmployeeId>().ToHashSet();
        var cards = await employees.FindAsync([.. known.Union(teachers)], ct);
        return
        [
            .. people.Select(one => new AudienceMember(
                one.Id.Value,
                one.EmployeeId,
                one.Name,
                one.ExternalEmail ?? cards.GetValueOrDefault(one.EmployeeId.GetValueOrDefault())?.Email,
                Of(one.State)
            )),
            .. teachers
                .Where(teacher => !known.Contains(teacher) && cards.ContainsKey(teacher))
                .Select(teacher => new AudienceMember(
                    teacher.Value,
                    teacher,
                    cards[teacher].Name,
                    cards[teacher].Email,
                    Standing.Teaches
                )),
        ];
    }

    /// <summary>As those who teach no more; who still does something else here is in the audience as that.</summary>
    public async Task<IEnumerable<AudienceMember>> FormerTeachersAsync(
        IReadOnlyCollection<EmployeeId> teachers,
        CancellationToken ct
    )
    {
        var cards = await employees.FindAsync([.. teachers], ct);
        return cards.Select(card => new AudienceMember(
            card.Key.Value,
            card.Key,
            card.Value.Name,
            card.Value.Email,
            Standing.Released
        ));
    }

    private static Standing Of(ParticipantState state) =>
        state switch
        {
            ParticipantState.Invited => Standing.Asked,
            ParticipantState.Reserve => Standing.Reserve,
            ParticipantState.Confirmed or ParticipantState.Attended => Standing.Seated,
            _ => Standing.Applied,
        };
}
