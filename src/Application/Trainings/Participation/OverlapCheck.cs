using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>Who has a place in another training on the same days, and in which.</summary>
internal sealed class OverlapCheck(IDatabase database) : IApplicationPart
{
    public async Task<IReadOnlyDictionary<ParticipantId, string>> FindAsync(
        Training training,
        IReadOnlyCollection<Participant> participants,
        CancellationToken cancellationToken
    )
    {
        var byEmployee = await FindByEmployeeAsync(
            training,
            [.. participants.Select(one => one.EmployeeId).OfType<EmployeeId>()],
            cancellationToken
        );
        return participants
            .Where(one => one.EmployeeId is { } employee && byEmployee.ContainsKey(employee))
            .ToDictionary(one => one.Id, one => byEmployee[one.EmployeeId!.Value]);
    }

    public async Task<IReadOnlyDictionary<EmployeeId, string>> FindByEmployeeAsync(
        Training training,
        IReadOnlyCollection<EmployeeId> employees,
        CancellationToken cancellationToken
    )
    {
        if (employees.Count == 0)
            return new Dictionary<EmployeeId, string>();
        var ids = employees.Select(employee => employee.Value).ToArray();
        var found = await database
            .Database.SqlQuery<OverlapRow>(
                $"""
                SELECT DISTINCT ON (p.employee_id) p.employee_id AS "EmployeeId", t.title AS "Title"
                FROM participants p JOIN trainings t ON t.id = p.training_id
                WHERE p.employee_id = ANY ({ids}) AND p.training_id <> {training.Id.Value}
                  AND p.state IN ('Confirmed', 'Attended', 'Passed', 'Failed')
                  AND daterange(p.starts_on, p.ends_on, '[]')
                      && daterange({training.Start}, {training.End}, '[]')
                ORDER BY p.employee_id, p.starts_on
                """
            )
            .ToListAsync(cancellationToken);
        return found.ToDictionary(row => EmployeeId.From(row.EmployeeId), row => row.Title);
    }

    private sealed record OverlapRow(Guid EmployeeId, string Title);
}
