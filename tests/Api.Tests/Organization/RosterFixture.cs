using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Organization;

/// <summary>An institution of 24 units and 1,834 people, made once for a class of tests.</summary>
public sealed class RosterFixture : ApiFixture
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await this.ImportRosterAsync();
    }

    public Task<Guid> EmployeeAsync(string number) =>
        ScalarAsync<Guid>($"SELECT employee_id FROM employee_numbers WHERE number = {number}");

    public Task<Guid> UnitAsync(string code) => ScalarAsync<Guid>($"SELECT id FROM units WHERE code = {code}");
}
