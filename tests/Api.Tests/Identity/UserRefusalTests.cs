using System.Net;
using System.Net.Http.Json;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Identity;

/// <summary>What the administration of users refuses, each by the code of its own.</summary>
public sealed class UserRefusalTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Users = "/api/v1/users";

    private readonly HttpClient admin = api.Client(
        TestUser.With(Permission.UsersManage, Permission.ApiClientsManage, Permission.DelegationManage)
    );

    [Fact]
    public async Task LastAdministrator_IsNeitherDisabledNorStripped_AlsoNotByTwoAtOnce()
    {
        Account[] two = [await api.AccountAsync((Role.Admin, null)), await api.AccountAsync((Role.Admin, null))];
        var disabled = await Task.WhenAll(
            two.Select(one => admin.PostAsJsonAsync($"{Users}/{one.Id.Value}/disable", new { reason = "Pindah" }))
        );

        disabled.Count(answer => answer.StatusCode == HttpStatusCode.NoContent).ShouldBe(1);
        var left = disabled[0].IsSuccessStatusCode ? 1 : 0;
        await disabled[left].ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "account.last_administrator");
        await admin
            .DeleteAsync($"{Users}/{two[left].Id.Value}/roles/{two[left].Roles[0].Id.Value}")
            .ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "account.last_administrator");
    }

    [Fact]
    public async Task Users_AreRefused_ByWhatIsWrong()
    {
        var employee = await api.EmployeeAsync(await api.UnitAsync());
        var account = await api.AccountAsync(employee);
        var own = $"{Users}/{account.Id.Value}";
        var nobody = Guid.CreateVersion7();

        await PostAsync(Users, Invitation(nobody))
            .ShouldRefuseAsync(HttpStatusCode.BadRequest, "account.unknown_employee");
        await PostAsync(Users, Invitation(employee.Value))
            .ShouldRefuseAsync(HttpStatusCode.Conflict, "account.employee_has_account");
        await PostAsync($"{own}/roles", new { role = "unitCoordinator", unitId = nobody })
            .ShouldRefuseAsync(HttpStatusCode.BadRequest, "account.unknown_unit");
        await PostAsync($"{own}/enable", new { }).ShouldRefuseAsync(HttpStatusCode.Conflict, "account.not_disabled");
        await admin
            .DeleteAsync($"{own}/roles/{nobody}")
            .ShouldRefuseAsync(HttpStatusCode.NotFound, "account.role_not_given");
        await PostAsync("/api/v1/delegations", Delegation(nobody))
            .ShouldRefuseAsync(HttpStatusCode.BadRequest, "delegation.unknown_delegate");
    }

    [Fact]
    public async Task ApiClients_AreRefused_ByWhatIsWrong()
    {
        var client = new { name = "Sistem Kepegawaian", scopes = new[] { "trainings.read" } };
        (await PostAsync("/api/v1/api-clients", client)).StatusCode.ShouldBe(HttpStatusCode.Created);

        await PostAsync("/api/v1/api-clients", client)
            .ShouldRefuseAsync(HttpStatusCode.Conflict, "api_client.name_taken");
    }

    private Task<HttpResponseMessage> PostAsync(string path, object body) => admin.PostAsJsonAsync(path, body);

    private static object Invitation(Guid employee) =>
        new { email = $"baru.{Guid.NewGuid():N}@contoh.go.id", employeeId = employee };

    private static object Delegation(Guid to) =>
        new
        {
            delegateId = to,
            kind = "plh",
            startsOn = "2026-03-02",
            endsOn = "2026-03-05",
            letterNumber = "ST-1/2026",
        };
}
