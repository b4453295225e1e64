using Microsoft.EntityFrameworkCore;
using Npgsql;
using Pionir.Application.Organization;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Organization.Units;
using IDatabase = Pionir.Application.Common.Persistence.IDatabase;

namespace Pionir.Infrastructure.Organization;

internal sealed class EmployeeDirectory(IDatabase database, IInstitutionClock clock) : IEmployeeDirectory
{
    /// <summary>Read by <see cref="CardOf"/>; the second parameter is the day.</summary>
    internal const string Cards = """
        SELECT e.id, e.number, e.number_kind, e.name, lower(e.employment_type), e.position, e.position_family,
            e.position_level, e.rank, e.unit_id, u.code, u.name, e.supervisor_id, e.email, e.active_to,
            e.merged_into_id IS NULL AND e.active_from <= $2 AND (e.active_to IS NULL OR e.active_to >= $2)
        FROM employees e JOIN units u ON u.id = e.unit_id
        """;

    public async Task<ILookup<string, EmployeeCard>> FindByNumbersAsync(
        IReadOnlyCollection<string> numbers,
        CancellationToken cancellationToken
    )
    {
        var asked = numbers.Distinct().ToArray();
        var owners = await database
            .Set<EmployeeNumber>()
            .AsNoTracking()
            .Where(number => asked.Contains(number.Number))
            .Select(number => new { number.Number, number.EmployeeId })
            .ToListAsync(cancellationToken);
        var cards = await FindAsync([.. owners.Select(owner => owner.EmployeeId)], cancellationToken);
        return owners.Distinct().ToLookup(owner => owner.Number, owner => cards[owner.EmployeeId]);
    }

    public async Task<IReadOnlyDictionary<EmployeeId, EmployeeCard>> FindAsync(
        IReadOnlyCollection<EmployeeId> ids,
        CancellationToken cancellationToken
    )
    {
        var cards = await CardsAsync("e.id", [.. ids.Select(id => id.Value).Distinct()], cancellationToken);
        return cards.ToDictionary(card => card.Id);
    }

    public async Task<IReadOnlyList<EmployeeCard>> ActiveInAsync(
        IReadOnlyCollection<UnitId> units,
        CancellationToken cancellationToken
    )
    {
        var cards = await CardsAsync("e.unit_id", [.. units.Select(id => id.Value).Distinct()], cancellationToken);
        return [.. cards.Where(card => card.Active)];
    }

    public async Task<ReportingLine?> LineOfAsync(EmployeeId id, CancellationToken cancellationToken)
    {
        var today = await clock.TodayAsync(cancellationToken);
        var person = await database
            .Set<Employee>()
            .AsNoTracking()
            .Where(employee => employee.Id == id)
            .Select(employee => new
            {
                employee.UnitId,
                employee.SupervisorId,
                IsActive = database.Set<Employee>().ActiveOn(today).Any(self => self.Id == id),
                Supervises = database.Set<Employee>().ActiveOn(today).Any(other => other.SupervisorId == id),
                Leads = database
                    .Set<Unit>()
                    .Where(unit => unit.LeaderId == id && (unit.ActiveTo == null || unit.ActiveTo >= today))
                    .Select(unit => unit.Id)
                    .ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return person is null
            ? null
            : new ReportingLine(person.UnitId, person.SupervisorId, person.Supervises, person.Leads, person.IsActive);
    }

    public Task<bool> IsSupervisorOfAsync(
        EmployeeId supervisor,
        EmployeeId employee,
        CancellationToken cancellationToken
    ) =>
        database
            .Set<Employee>()
            .AnyAsync(found => found.Id == employee && found.SupervisorId == supervisor, cancellationToken);

    /// <summary>By hand instead of LINQ: nearly every request asks who somebody is, and issuing asks of thousands.</summary>
    private async Task<List<EmployeeCard>> CardsAsync(string whose, Guid[] asked, CancellationToken cancellationToken)
    {
        var today = await clock.TodayAsync(cancellationToken);
        await database.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand(
                $"{Cards} WHERE {whose} = ANY($1)",
                (NpgsqlConnection)database.Database.GetDbConnection()
            );
            command.Parameters.AddWithValue(asked);
            command.Parameters.AddWithValue(today);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var cards = new List<EmployeeCard>(asked.Length);
            while (await reader.ReadAsync(cancellationToken))
            {
                cards.Add(CardOf(reader));
            }
            return cards;
        }
        finally
        {
            await database.Database.CloseConnectionAsync();
        }
    }

    internal static EmployeeCard CardOf(NpgsqlDataReader row) =>
        new(
            EmployeeId.From(row.GetGuid(0)),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.GetString(5),
            row.GetString(6),
            row.GetString(7),
            row.GetString(8),
            UnitId.From(row.GetGuid(9)),
            row.GetString(10),
            row.GetString(11),
            row.IsDBNull(12) ? null : EmployeeId.From(row.GetGuid(12)),
            row.IsDBNull(13) ? null : row.GetString(13),
            row.IsDBNull(14) ? null : row.GetFieldValue<DateOnly>(14),
            row.GetBoolean(15)
        );
}
