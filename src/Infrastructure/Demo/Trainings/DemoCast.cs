using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;
using Pionir.Infrastructure.Identity;

namespace Pionir.Infrastructure.Demo.Trainings;

/// <summary>Somebody with an account who does something in the story.</summary>
internal sealed record DemoActor(string Email, Guid UserId, string Name, EmployeeId EmployeeId, UnitId UnitId);

/// <summary>The demo's accounts, and colleagues of many units to fill the trainings with.</summary>
internal sealed class DemoCast
{
    private const int Crowd = 240;

    private readonly Dictionary<string, DemoActor> actors;
    private readonly IReadOnlyList<Guid> crowd;

    /// <summary>People of the coordinator's unit, the supervisor's own first: they decide about these.</summary>
    private readonly IReadOnlyList<Guid> unit;

    private DemoCast(Dictionary<string, DemoActor> actors, IReadOnlyList<Guid> crowd, IReadOnlyList<Guid> unit) =>
        (this.actors, this.crowd, this.unit) = (actors, crowd, unit);

    public DemoActor this[string role] => actors[$"{role}@contoh.go.id"];

    /// <summary>These accounts' people, then others; with <paramref name="turn"/> each training meets other people.</summary>
    public IReadOnlyList<Guid> People(IEnumerable<string> guests, int count, int turn) =>
        [
            .. guests
                .Select(guest => this[guest].EmployeeId.Value)
                .Concat(Enumerable.Range(0, crowd.Count).Select(at => crowd[((turn * 17) + (at * 11)) % crowd.Count]))
                .Distinct()
                .Take(count),
        ];

    public IReadOnlyList<Guid> OfUnit(int count) => [.. unit.Take(count)];

    /// <returns>Null when the roster is too small to play with.</returns>
    public static async Task<DemoCast?> FindAsync(IDatabase database, CancellationToken cancellationToken)
    {
        var emails = DemoPeople.All.Select(person => person.Email).ToList();
        var actors = await database
            .Set<Account>()
            .AsNoTracking()
            .Where(account => emails.Contains(account.Email) && account.EmployeeId != null)
            .Join(
                database.Set<Employee>(),
                account => account.EmployeeId,
                employee => employee.Id,
                (account, employee) =>
                    new DemoActor(account.Email, account.Id.Value, account.Name, employee.Id, employee.UnitId)
            )
            .ToDictionaryAsync(actor => actor.Email, cancellationToken);
        if (actors.Count < emails.Count)
            return null;
        var playing = actors.Values.Select(actor => actor.EmployeeId).ToList();
        var others = database
            .Set<Employee>()
            .AsNoTracking()
            .Where(one => one.ActiveTo == null && one.MergedIntoId == null && !playing.Contains(one.Id));
        var supervisor = (EmployeeId?)actors["atasan@contoh.go.id"].EmployeeId;
        var home = actors["pic.unit@contoh.go.id"].UnitId;
        var unit = await others
            .Where(one => one.UnitId == home)
            .OrderByDescending(one => one.SupervisorId == supervisor)
            .ThenBy(one => one.Number)
            .Select(one => one.Id)
            .Take(Crowd)
            .ToListAsync(cancellationToken);
        var crowd = await others
            .OrderBy(one => one.Number)
            .Select(one => one.Id)
            .Take(Crowd)
            .ToListAsync(cancellationToken);
        return crowd.Count < 40
            ? null
            : new DemoCast(actors, [.. crowd.Select(id => id.Value)], [.. unit.Select(id => id.Value)]);
    }
}
