using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Notifications;
using Pionir.Application.Organization;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>Who accompanies whom: superiors as HR's record has them today, and the word to those who are newly asked.</summary>
internal sealed class CoachingDesk(IEmployeeDirectory employees, INotifier notifier, ICurrentUser user)
    : IApplicationPart
{
    public const string Page = "/catalogue/coaching";
    private const int NamesInNotice = 3;

    /// <summary>Without those who have no superior in service, and people from outside.</summary>
    public async Task<IReadOnlyDictionary<ParticipantId, EmployeeCard>> SuperiorsOfAsync(
        IReadOnlyCollection<Participant> people,
        CancellationToken cancellationToken
    )
    {
        var own = await employees.FindAsync(
            [.. people.Select(one => one.EmployeeId).OfType<EmployeeId>()],
            cancellationToken
        );
        var superiors = await employees.FindAsync(
            [.. own.Values.Select(card => card.SupervisorId).OfType<EmployeeId>()],
            cancellationToken
        );
        return people
            .Select(one =>
                (one.Id, Superior: superiors.GetValueOrDefault(SuperiorIn(own, one.EmployeeId).GetValueOrDefault()))
            )
            .Where(one => one.Superior is { Active: true })
            .ToDictionary(one => one.Id, one => one.Superior!);
    }

    /// <summary>One line for each, however many people they accompany.</summary>
    public void Tell(Training training, CoachingKind kind, IEnumerable<(EmployeeId Coach, string Name)> accompanied)
    {
        var code = CoachingAgreement.IsSupervisedAs(kind) ? "coaching.monitoring_asked" : "coaching.asked";
        foreach (var group in accompanied.Where(one => one.Coach != user.EmployeeId).ToLookup(one => one.Coach))
        {
            notifier.Add(
                new NewNotification(
                    Recipient.Employee(group.Key),
                    code,
                    Page,
                    ("title", training.Title),
                    ("count", group.Count()),
                    ("names", string.Join("; ", group.Take(NamesInNotice).Select(one => one.Name)))
                )
            );
        }
    }

    private static EmployeeId? SuperiorIn(IReadOnlyDictionary<EmployeeId, EmployeeCard> cards, EmployeeId? employee) =>
        employee is { } known ? cards.GetValueOrDefault(known)?.SupervisorId : null;
}
