using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Pionir.Application.Common.Demo;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Identity;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;

namespace Pionir.Infrastructure.Identity;

/// <summary>Gives the demo its accounts, and an acting head whose days begin anew when they are over.</summary>
internal sealed class DemoAccounts(
    IDatabase database,
    IHostEnvironment environment,
    DemoPlaces places,
    IPasswordHashing hashing,
    IInstitutionClock clock,
    TimeProvider time
) : IDemoSeed, IDemoAccounts
{
    private const int ActingDays = 30;

    public int Order => 200;

    public bool Exist => environment.IsEnvironment("Demo");

    public async Task<IReadOnlyList<DemoAccountRow>> ListAsync(CancellationToken cancellationToken)
    {
        var emails = DemoPeople.All.Select(person => person.Email).ToList();
        var names = await database
            .Set<Account>()
            .AsNoTracking()
            .Where(account => emails.Contains(account.Email) && account.Status == AccountStatus.Active)
            .ToDictionaryAsync(account => account.Email, account => account.Name, cancellationToken);
        return
        [
            .. DemoPeople
                .All.Where(person => names.ContainsKey(person.Email))
                .Select(person => new DemoAccountRow(
                    person.Role,
                    person.Acting,
                    names[person.Email],
                    person.Email,
                    DemoPeople.Password
                )),
        ];
    }

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (!await database.Set<Account>().AnyAsync(cancellationToken))
        {
            await AddAccountsAsync(cancellationToken);
        }
        await KeepActingHeadAsync(cancellationToken);
    }

    private async Task AddAccountsAsync(CancellationToken cancellationToken)
    {
        var candidates = await places.FindAsync(cancellationToken);
        var now = time.GetUtcNow();
        var hash = hashing.Hash(DemoPeople.Password);
        foreach (var person in DemoPeople.All)
        {
            var candidate = candidates[person.Place].TryDequeue(out var fitting) ? fitting : null;
            EmployeeId? employee = candidate is null ? null : EmployeeId.From(candidate.EmployeeId);
            var account = Account.Invite(person.Email, candidate?.Name ?? person.Email, employee, now);
            account.Activate();
            Assign(account, person, candidate, now);
            var credential = Credential.For(account.Id);
            credential.SetPassword(hash, now);
            database.Set<Account>().Add(account);
            database.Set<Credential>().Add(credential);
        }
        await database.SaveChangesAsync(cancellationToken);
    }

    private static void Assign(Account account, DemoPerson person, DemoCandidate? candidate, DateTimeOffset now)
    {
        var row = RoleTable.Of(person.Role);
        if (person.Acting || !row.Assignable || person.Place == DemoPlace.UnitLeader)
        {
            return;
        }
        UnitId? unit = row.Reach == RoleReach.Unit && candidate is not null ? UnitId.From(candidate.UnitId) : null;
        if (row.Reach != RoleReach.Unit || unit is not null)
        {
            account.AssignRole(person.Role, unit, by: null, now);
        }
    }

    private async Task KeepActingHeadAsync(CancellationToken cancellationToken)
    {
        var today = await clock.TodayAsync(cancellationToken);
        var acting = await IdAsync(DemoPeople.All.Single(person => person.Acting), cancellationToken);
        var head = await IdAsync(
            DemoPeople.All.Single(person => person.Place == DemoPlace.HeadOfCentre),
            cancellationToken
        );
        var inForce = await database
            .Set<Delegation>()
            .AnyAsync(delegation => delegation.EndedAt == null && delegation.EndsOn >= today, cancellationToken);
        if (inForce || acting is null || head is null)
        {
            return;
        }
        var period = DateRange.Create(today, today.AddDays(ActingDays)).Value;
        var letter = $"SPRIN/{today.DayOfYear}/{today.Year}";
        var made = Delegation.Create(acting.Value, ActingKind.Plh, period, letter, head.Value, today, time.GetUtcNow());
        database.Set<Delegation>().Add(made.Value);
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task<AccountId?> IdAsync(DemoPerson person, CancellationToken cancellationToken) =>
        (
            await database
                .Set<Account>()
                .AsNoTracking()
                .SingleOrDefaultAsync(account => account.Email == person.Email, cancellationToken)
        )?.Id;
}
