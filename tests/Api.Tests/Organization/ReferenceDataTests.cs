using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Organization;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Organization;

public sealed class ReferenceDataTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Address = "/api/v1/reference-data";
    private static readonly TestUser Admin = TestUser.With(Permission.ReferenceDataManage);
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public async Task List_ShowsTablesFieldsAndItems_ToEverybodySignedIn()
    {
        var view = await api.Client(TestUser.With()).GetFromJsonAsync<JsonElement>($"{Address}?kind=jpRules");

        view.GetProperty("kinds").GetArrayLength().ShouldBe(10);
        view.GetProperty("fields")[0].GetProperty("name").GetString().ShouldBe("basis");
        view.GetProperty("items").GetArrayLength().ShouldBe(25);
        view.GetProperty("canUpdate").GetBoolean().ShouldBeFalse();
        (await api.Client().GetAsync(Address)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await api.Client(Admin).GetAsync($"{Address}?kind=nothing")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Target_ThatChangesFromADay_KeepsTheOldOneForBefore()
    {
        var added = await AddAsync("jpTargets", "pns", new { minimumJp = 30 }, "2027-01-01", endPrevious: true);

        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        var book = await api.Host.Services.GetRequiredService<IReferenceData>().ReadAsync(default);
        book.TargetOf("pns", new(2026, 12, 31)).MinimumJp.ShouldBe(20);
        book.TargetOf("pns", new(2027, 1, 1)).MinimumJp.ShouldBe(30);
        var detail = await api.Client(Admin).GetFromJsonAsync<JsonElement>(added.Headers.Location);
        detail.GetProperty("others")[0].GetProperty("validTo").GetString().ShouldBe("2026-12-31");
        detail.GetProperty("item").GetProperty("state").GetString().ShouldBe("planned");
    }

    [Fact]
    public async Task Add_OverTheSameDays_IsRefused()
    {
        var refused = await AddAsync("jpTargets", "cpns", new { minimumJp = 10 }, "2027-01-01", endPrevious: false);

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await CodeAsync(refused)).ShouldBe("reference_item.overlaps");
    }

    [Fact]
    public async Task Add_ByManyAtOnce_OneWins()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => AddAsync("jobFamilies", "serentak", new { }, "2026-01-01"))
        );

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(7);
    }

    [Fact]
    public async Task JpRules_AreReadHere_AndChangedWhereTheirEffectIsShown()
    {
        var rule = await api.ScalarAsync<Guid>(
            $"SELECT id FROM reference_items WHERE kind = 'JpRules' AND code = 'coaching'"
        );
        var item = new Uri($"{Address}/items/{rule}", UriKind.Relative);

        HttpResponseMessage[] answers =
        [
            await AddAsync("jpRules", "coaching", new { basis = "byMinutes" }, "2027-01-01", endPrevious: true),
            await PutAsync(item, Input(new { basis = "byMinutes" }, "2019-01-01"), 1),
            await RetireAsync(item, "2026-12-31", "tidak dipakai"),
        ];

        foreach (var answer in answers)
            (await CodeAsync(answer)).ShouldBe("reference_item.changed_elsewhere");
    }

    [Theory]
    [InlineData("""{"kind":"nothing","code":"a","item":{}}""")]
    [InlineData("""{"kind":"jobFamilies","code":null,"item":null}""")]
    [InlineData("""{"kind":"jobFamilies","code":"a","item":{"name":null,"validFrom":"2026-01-01"}}""")]
    [InlineData("""{"kind":"jobFamilies","code":"a","item":{"name":{"id":"a","en":"a"},"validFrom":"2026-01-01"}}""")]
    [InlineData(
        """{"kind":"jobFamilies","code":"a","item":{"name":{"id":"a","en":"a"},"values":{},"validFrom":"kapan"}}"""
    )]
    [InlineData("[]")]
    public async Task Add_WithBrokenInput_IsABadRequest(string body)
    {
        using var content = new StringContent(
            body,
            new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")
        );

        var response = await api.Client(Admin).PostAsync($"{Address}/items", content);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Update_Corrects_KeepsTheRevision_AndRefusesAStaleOne()
    {
        var added = await AddAsync("jobFamilies", "keluarga", new { }, "2026-01-01");
        var item = added.Headers.Location!;

        var corrected = await PutAsync(item, Input(new { }, "2026-01-01", name: "Keluarga Besar"), 1);
        var stale = await PutAsync(item, Input(new { }, "2026-01-01", name: "Lain"), 1);

        corrected.StatusCode.ShouldBe(HttpStatusCode.OK);
        corrected.Headers.ETag!.Tag.ShouldBe("\"2\"");
        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var history = (await api.Client(Admin).GetFromJsonAsync<JsonElement>(item)).GetProperty("history");
        history.GetArrayLength().ShouldBe(2);
        history[0].GetProperty("changedByName").GetString().ShouldBe("Pengguna Uji");
        (await ReadNameAsync("keluarga")).ShouldBe("Keluarga Besar");
        var noted = await api.ScalarAsync<string>(
            $"SELECT details->'Name.Id'->>1 FROM audit_entries WHERE subject_name = 'keluarga' AND change = 'Modified'"
        );
        noted.ShouldBe("Keluarga Besar");
    }

    [Fact]
    public async Task Retire_EndsTheItem_AndAsksForAReason()
    {
        var item = (await AddAsync("jobFamilies", "usang", new { }, "2026-01-01")).Headers.Location!;

        var silent = await RetireAsync(item, "2026-03-31", "");
        var ended = await RetireAsync(item, "2026-03-31", "dilebur");

        silent.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ended.StatusCode.ShouldBe(HttpStatusCode.OK);
        var april = await api.Client(Admin).GetFromJsonAsync<JsonElement>($"{Address}?kind=jobFamilies&on=2026-04-01");
        april
            .GetProperty("items")
            .EnumerateArray()
            .Select(found => found.GetProperty("code").GetString())
            .ShouldNotContain("usang");
    }

    [Fact]
    public async Task Change_IsForAdministrators()
    {
        var user = TestUser.With(Permission.TrainingsPlan);
        var body = new
        {
            kind = "jobFamilies",
            code = "x",
            item = Input(new { }, "2026-01-01"),
            endPrevious = false,
        };

        (await api.Client(user).PostAsJsonAsync($"{Address}/items", body)).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await api.Client(Admin).GetAsync($"{Address}/items/{Guid.NewGuid()}")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task Revisions_CannotBeChangedByTheApplication() =>
        (
            await Should.ThrowAsync<Npgsql.PostgresException>(() => api.SqlAsync($"DELETE FROM reference_revisions"))
        ).SqlState.ShouldBe("42501");

    private Task<HttpResponseMessage> AddAsync(
        string kind,
        string code,
        object values,
        string from,
        bool endPrevious = false
    ) =>
        api.Client(Admin)
            .PostAsJsonAsync(
                $"{Address}/items",
                new
                {
                    kind,
                    code,
                    item = Input(values, from),
                    endPrevious,
                }
            );

    private static object Input(object values, string validFrom, string name = "Uji") =>
        new
        {
            name = new { id = name, en = name },
            values,
            validFrom,
            validTo = (string?)null,
            citation = "Keputusan uji",
            confirmed = true,
            position = 10,
            reason = "uji",
        };

    private async Task<HttpResponseMessage> PutAsync(Uri address, object body, int version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await api.Client(Admin).SendAsync(request);
    }

    private async Task<HttpResponseMessage> RetireAsync(Uri item, string lastDay, string reason)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, item + "/retire");
        request.Content = JsonContent.Create(new { lastDay, reason });
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        return await api.Client(Admin).SendAsync(request);
    }

    private async Task<string> ReadNameAsync(string code)
    {
        var book = await api.Host.Services.GetRequiredService<IReferenceData>().ReadAsync(default);
        return book.NameOf(Domain.Organization.ReferenceData.ReferenceKind.JobFamilies, code, Today).Id;
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
