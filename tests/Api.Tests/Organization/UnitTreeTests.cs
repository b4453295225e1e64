using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pionir.Application.Organization;

namespace Pionir.Api.Tests.Organization;

public sealed class UnitTreeTests(RosterFixture api) : IClassFixture<RosterFixture>
{
    [Fact]
    public async Task DissolvedUnit_IsOutOfTheTree_AtMidnightOfTheInstitution()
    {
        await api.SqlAsync($"UPDATE units SET active_to = '2026-03-02' WHERE code = 'ROUM'");
        var before = await IsActiveAsync();

        // From 09.00 to 00.30 in Jakarta; in UTC it is still the day before.
        api.Clock.Advance(TimeSpan.FromHours(15.5));

        before.ShouldBeTrue();
        // Others look at the database no more than once a second, and this host is one of them.
        for (var look = 0; look < 500 && await IsActiveAsync(); look++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        (await IsActiveAsync()).ShouldBeFalse();
    }

    /// <summary>What people did there is kept under its id.</summary>
    [Fact]
    public async Task Unit_IsNeverDeleted() =>
        await Should.ThrowAsync<PostgresException>(() => api.SqlAsync($"DELETE FROM units WHERE code = 'ROUM'"));

    private async Task<bool> IsActiveAsync()
    {
        var tree = await api
            .Host.Services.GetRequiredService<IUnitTree>()
            .ReadAsync(TestContext.Current.CancellationToken);
        return tree.All.Single(unit => unit.Code == "ROUM").Active;
    }
}
