using System.Net.Http.Json;
using Pionir.Application.Certificates.Queries;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

/// <summary>Whose certificates a unit finds on its list.</summary>
public sealed class ListTests(CertificateFixture api) : IClassFixture<CertificateFixture>
{
    [Fact]
    public async Task Unit_ListsWhatItsPeopleHold_ThoughAnotherUnitIssuedIt_AndNobodyElses()
    {
        var unit = await api.UnitAsync();
        var mine = await api.EmployeeAsync(unit);
        var foreign = await api.EmployeeAsync(await api.UnitAsync());
        await HeldByAsync(mine, foreign);

        (await HoldersAsync(TestUser.With(Permission.CertificatesRead).Of(unit.Value))).ShouldBe([mine.Value]);
        (await HoldersAsync(TestUser.With(Permission.CertificatesIssue).Of(unit.Value))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reader_OfAUnit_FindsTheirOwn_WhereverTheyBelong()
    {
        var unit = await api.UnitAsync();
        var self = await api.EmployeeAsync(await api.UnitAsync());
        await HeldByAsync(self);

        (await HoldersAsync(TestUser.With(Permission.CertificatesRead).Of(unit.Value).As(self.Value))).ShouldBe([
            self.Value,
        ]);
    }

    private async Task HeldByAsync(params EmployeeId[] holders)
    {
        var training = api.AddTraining(holders.Length);
        var people = api.People(training.Id);
        for (var at = 0; at < holders.Length; at++)
            people[at] = people[at] with { EmployeeId = holders[at] };
        await api.FinishAsync((await api.IssueAsync(training.Id)).BatchId);
    }

    private async Task<IEnumerable<Guid?>> HoldersAsync(TestUser user) =>
        (
            await api.Client(user)
                .GetFromJsonAsync<Application.Common.Persistence.Page<CertificateLine>>(
                    "/api/v1/certificates",
                    ApiFixture.Json
                )
        )!.Items.Select(line => line.EmployeeId);
}
