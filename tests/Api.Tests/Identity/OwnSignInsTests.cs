using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Identity;

/// <summary>A person sees where they are signed in, and signs out the one that is not theirs.</summary>
public sealed class OwnSignInsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Own = "/api/v1/account/sign-ins";

    [Fact]
    public async Task SignIns_AreListed_AndOneIsEnded_WithoutTheOthers()
    {
        var account = await api.AccountAsync();
        var (here, there) = (await api.SignInAsync(account), await api.SignInAsync(account));
        var listed = await here.Http.GetFromJsonAsync<JsonElement>(Own);
        listed.GetArrayLength().ShouldBe(2);
        var other = listed.EnumerateArray().Single(one => !one.GetProperty("isCurrent").GetBoolean());

        var ended = await here.Http.DeleteAsync($"{Own}/{other.GetProperty("id").GetGuid()}");

        ended.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await there.Http.GetAsync(Own)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await here.Http.GetFromJsonAsync<JsonElement>(Own)).GetArrayLength().ShouldBe(1);
        await here
            .Http.DeleteAsync($"{Own}/{other.GetProperty("id").GetGuid()}")
            .ShouldRefuseAsync(HttpStatusCode.NotFound, "account.sign_in_not_found");
    }

    [Fact]
    public async Task TheOneThatAsks_MayBeEndedToo()
    {
        var here = await api.SignInAsync(await api.AccountAsync());
        var listed = await here.Http.GetFromJsonAsync<JsonElement>(Own);

        await here.Http.DeleteAsync($"{Own}/{listed[0].GetProperty("id").GetGuid()}");

        (await here.Http.GetAsync(Own)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task SignInsOfSomebodyElse_AreNotFound()
    {
        var (mine, theirs) = (
            await api.SignInAsync(await api.AccountAsync()),
            await api.SignInAsync(await api.AccountAsync())
        );
        var id = (await theirs.Http.GetFromJsonAsync<JsonElement>(Own))[0].GetProperty("id").GetGuid();

        await mine
            .Http.DeleteAsync($"{Own}/{id}")
            .ShouldRefuseAsync(HttpStatusCode.NotFound, "account.sign_in_not_found");
        (await theirs.Http.GetAsync(Own)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
