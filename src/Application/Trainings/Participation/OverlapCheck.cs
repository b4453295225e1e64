using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
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

    /// <summary>Whom a training that moves would seat twice, with the training they sit in already.</summary>
    public async Task<Error?> MovedOntoAsync(Training training, CancellationToken cancellationToken)
    {
        const int Named = 3;
        var rows = await database
            .Database.SqlQuery<MovedRow>(
                $"""
                SELECT DISTINCT ON (p.name, p.id) p.name AS "Name", t.title AS "Title"
                FROM participants p
                JOIN participants o ON o.employee_id = p.employee_id AND o.training_id <> p.training_id
                JOIN trainings t ON t.id = o.training_id
                WHERE p.training_id = {training.Id.Value}
                  AND p.state IN ('Confirmed', 'Attended', 'Passed', 'Failed')
                  AND o.state IN ('Confirmed', 'Attended', 'Passed', 'Failed')
                  AND daterange(o.starts_on, o.ends_on, '[]') && daterange({training.Start}, {training.End}, '[]')
                ORDER BY p.name, p.id, o.starts_on
                """
            )
            .ToListAsync(cancellationToken);
        return rows.Count == 0
            ? null
            : ParticipantErrors.MovedOntoAnother(
                rows.Count,
                [.. rows.Take(Named).Select(row => $"{row.Name} (“{row.Title}”)")],
                rows.Count - Named
            );
    }

    private sealed record MovedRow(string Name, string Title);

    private sealed record OverlapRow(Guid EmployeeId, string Title);
}
