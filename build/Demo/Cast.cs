using Pionir.Client;

namespace Pionir.Build.Demo;

/// <summary>Who plays: the demo accounts, signed in.</summary>
internal sealed record Cast(Person Admin, Person Officer, Person Head, Person Coordinator, Person Visitor) : IDisposable
{
    public static async Task<Cast> SignInAsync(Uri address, CancellationToken stop)
    {
        var visitor = Person.Visitor(address);
        var accounts = await visitor.Demo.ListDemoAccountsAsync(stop);
        async Task<Person> As(Role role, bool acting = false)
        {
            var account = accounts.First(one => one.Role == role && one.Acting == acting);
            return await Person.SignInAsync(address, account.Email, account.Password, stop);
        }
        var admin = await As(Role.Admin);
        return new Cast(
            admin,
            await As(Role.TrainingOfficer),
            await As(Role.HeadOfCentre),
            await As(Role.UnitCoordinator),
            visitor
        );
    }

    /// <summary>One coordinator for every unit, so that one person can answer for 340 candidates.</summary>
    public async Task LetCoordinatorAnswerForAllAsync(CancellationToken stop)
    {
        var me = (await Coordinator.Session.GetCurrentUserAsync(stop)).User!;
        var held = (await Admin.Users.GetUserAsync(me.Id, stop)).Assigned;
        var tops = (await Admin.Units.ListUnitsAsync(cancellationToken: stop)).Where(unit => unit.ParentId is null);
        foreach (var top in tops)
        {
            if (held.Any(role => role.Role == Role.UnitCoordinator && role.UnitId == top.Id))
            {
                continue;
            }
            var body = new AssignRoleBody { Role = Role.UnitCoordinator, UnitId = top.Id };
            await Admin.Users.AssignRoleAsync(me.Id, body, stop);
        }
    }

    public void Dispose()
    {
        foreach (var person in new[] { Admin, Officer, Head, Coordinator, Visitor })
        {
            person.Dispose();
        }
    }
}
