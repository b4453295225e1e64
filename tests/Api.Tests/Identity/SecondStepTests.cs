using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pionir.Application.Identity;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Identity;

public sealed class DemandingFixture : ApiFixture
{
    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string> { ["SecondStep"] = nameof(SecondStepDemand.Administrators) };
}

/// <summary>Where a second step is demanded, the password alone opens the page on which it is set up, and nothing else.</summary>
public sealed class SecondStepTests(DemandingFixture api) : IClassFixture<DemandingFixture>
{
    private const string Own = "/api/v1/account/two-factor";
    private const string Users = "/api/v1/users";

    [Fact]
    public async Task AnAdministratorWithoutIt_ReachesNothing_UntilItIsSetUp_AndCannotTurnItOff()
    {
        var admin = await api.SignInAsync(await api.AccountAsync((Role.Admin, null)));
        await admin.Http.GetAsync(Users).ShouldRefuseAsync(HttpStatusCode.Forbidden, "access.second_step_required");
        var user = (await admin.Http.GetFromJsonAsync<JsonElement>("/api/v1/session")).GetProperty("user");
        user.GetProperty("secondStepRequired").GetBoolean().ShouldBeTrue();
        user.GetProperty("permissions").GetArrayLength().ShouldBe(0);

        var begun = await admin.Http.PostAsJsonAsync(Own, new { currentPassword = People.Password });
        var key = TwoFactorTests.FromBase32(
            (await begun.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!
        );
        var code = TimeBasedCode.At(key, api.Clock.GetUtcNow());
        (await admin.Http.PutAsJsonAsync(Own, new { code })).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await admin.Http.GetAsync(Users)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await admin
            .Http.PostAsJsonAsync($"{Own}/disable", new { currentPassword = People.Password })
            .ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "two_factor.demanded");
    }

    [Fact]
    public async Task WhoHoldsNoSuchRole_SignsInAsBefore()
    {
        var officer = await api.SignInAsync(await api.AccountAsync((Role.TrainingOfficer, null)));

        var user = (await officer.Http.GetFromJsonAsync<JsonElement>("/api/v1/session")).GetProperty("user");

        user.GetProperty("secondStepRequired").GetBoolean().ShouldBeFalse();
        user.GetProperty("permissions").GetArrayLength().ShouldBeGreaterThan(0);
    }
}
