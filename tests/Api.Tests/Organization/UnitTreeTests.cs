using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pionir.Application.Organization;
using Pionir.Application.Organization.Queries;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

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

    /// <summary>HR may dissolve a directorate before it says where its sections belong.</summary>
    [Fact]
    public async Task DissolvedUnit_StaysInTheList_WhileSomethingActiveLiesBelowIt()
    {
        await AddAsync("BUBAR", parent: null, "2020-12-31");
        await AddAsync("TETAP", parent: "BUBAR", until: null);
        await AddAsync("BUBAR-JUGA", parent: "BUBAR", "2020-12-31");

        var listed = await CodesAsync();
        for (var look = 0; look < 500 && !listed.Contains("TETAP"); look++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            listed = await CodesAsync();
        }

        listed.ShouldContain("BUBAR");
        listed.ShouldContain("TETAP");
        listed.ShouldNotContain("BUBAR-JUGA");
    }

    /// <summary>What people did there is kept under its id.</summary>
    [Fact]
    public async Task Unit_IsNeverDeleted() =>
        await Should.ThrowAsync<PostgresException>(() => api.SqlAsync($"DELETE FROM units WHERE code = 'ROUM'"));

    private Task<int> AddAsync(string code, string? parent, string? until) =>
        api.SqlAsync(
            $"""
            INSERT INTO units (id, code, name, kind, parent_id, active_from, active_to, changed_at)
            VALUES ({Guid.CreateVersion7()}, {code}, {code}, 'biro', (SELECT id FROM units WHERE code = {parent}),
                '2015-01-01', {until}::date, now())
            """
        );

    private async Task<IReadOnlyList<string>> CodesAsync()
    {
        var units = await api.Client(TestUser.With(Permission.CatalogueRead))
            .GetFromJsonAsync<List<UnitListItem>>("/api/v1/units", ApiFixture.Json);
        return units!.ConvertAll(unit => unit.Code);
    }

    private async Task<bool> IsActiveAsync()
    {
        var tree = await api
            .Host.Services.GetRequiredService<IUnitTree>()
            .ReadAsync(TestContext.Current.CancellationToken);
        return tree.All.Single(unit => unit.Code == "ROUM").Active;
    }
}
