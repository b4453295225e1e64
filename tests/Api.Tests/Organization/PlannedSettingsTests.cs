using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Organization;

/// <summary>Settings that begin on a later day, and what is changed before them.</summary>
public sealed class PlannedSettingsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Address = "/api/v1/institution";
    private static readonly TestUser Admin = TestUser.With(Permission.InstitutionManage);

    [Fact]
    public async Task APlannedChange_HoldsFromItsDay_AndStaysWhenTodayIsEdited()
    {
        await ChangeAsync(settings => settings["shortName"] = "Kelak", from: "2027-01-01");
        var planned = (await ViewAsync())["planned"]!.AsArray();
        planned.Count.ShouldBe(1);
        Change(planned[0]!, "shortName").ShouldBe("Kelak");

        await ChangeAsync(settings => settings["address"] = "Jalan Sekarang");

        var now = await ViewAsync();
        now["shortName"]!.GetValue<string>().ShouldNotBe("Kelak");
        now["settings"]!["address"]!.GetValue<string>().ShouldBe("Jalan Sekarang");
        Change(now["planned"]![0]!, "shortName").ShouldBe("Kelak");
        now["planned"]![0]!["changes"]!.AsArray().Count.ShouldBe(1, "the new address holds on that day too");

        var cancelled = await api.Client(Admin).DeleteAsync($"{Address}/versions/{now["planned"]![0]!["number"]}");
        cancelled.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await ViewAsync())["planned"]!.AsArray().ShouldBeEmpty();
        (await ViewAsync())["settings"]!["address"]!.GetValue<string>().ShouldBe("Jalan Sekarang");
    }

    [Fact]
    public async Task TwoPlannedChanges_AreKeptApart_AndTheSecondSurvivesTheFirst()
    {
        await ChangeAsync(settings => settings["deadlines"]!["checkInMinutes"] = 77, from: "2028-01-01");
        await ChangeAsync(settings => settings["deadlines"]!["completionDays"] = 13, from: "2028-07-01");
        await ChangeAsync(settings => settings["deadlines"]!["budgetReportDays"] = 44, from: "2028-03-01");

        var planned = (await ViewAsync())["planned"]!.AsArray();
        planned
            .Select(one => one!["effectiveFrom"]!.GetValue<string>())
            .ShouldBe(["2028-01-01", "2028-03-01", "2028-07-01"]);
        planned.ShouldAllBe(one => one!["changes"]!.AsArray().Count == 1);

        await api.Client(Admin).DeleteAsync($"{Address}/versions/{planned[0]!["number"]}");

        var left = (await ViewAsync())["planned"]!.AsArray();
        Change(left[0]!, "deadlines.budgetReportDays").ShouldBe("44");
        Change(left[1]!, "deadlines.completionDays").ShouldBe("13");
        left.ShouldAllBe(one => one!["changes"]!.AsArray().Count == 1, "the first went with all it would have changed");
        foreach (var one in left)
            await api.Client(Admin).DeleteAsync($"{Address}/versions/{one!["number"]}");
    }

    [Fact]
    public async Task TakingBack_WhatIsUnknownOrHolds_IsRefused()
    {
        await ChangeAsync(settings => settings["address"] = "Jalan Berlaku");
        var version = (await ViewAsync())["version"];

        (await CodeAsync(await api.Client(Admin).DeleteAsync($"{Address}/versions/9999"))).ShouldBe(
            "institution.version_not_found"
        );
        (await CodeAsync(await api.Client(Admin).DeleteAsync($"{Address}/versions/{version}"))).ShouldBe(
            "institution.already_in_force"
        );
    }

    [Fact]
    public async Task WhoChangedLast_IsForThoseWhoMayChange()
    {
        await ChangeAsync(settings => settings["address"] = "Jalan Terakhir");

        (await ViewAsync())["lastChange"]!["byName"]!.GetValue<string>().ShouldNotBeEmpty();
        var other = await api.Client(TestUser.With()).GetFromJsonAsync<JsonObject>(Address);
        other!["lastChange"].ShouldBeNull();
    }

    private static string? Change(JsonNode planned, string setting) =>
        planned["changes"]!.AsArray().Single(change => change!["setting"]!.GetValue<string>() == setting)![
            "after"
        ]!.GetValue<string>();

    private async Task<JsonObject> ViewAsync() => (await api.Client(Admin).GetFromJsonAsync<JsonObject>(Address))!;

    /// <summary>As the page does it: today's settings but for what is changed.</summary>
    private async Task ChangeAsync(Action<JsonObject> change, string? from = null)
    {
        var view = await ViewAsync();
        var settings = view["settings"]!.DeepClone().AsObject();
        change(settings);
        using var request = new HttpRequestMessage(HttpMethod.Put, Address);
        request.Content = JsonContent.Create(new { settings, effectiveFrom = from });
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{view["version"]}\"");
        var answer = await api.Client(Admin).SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
