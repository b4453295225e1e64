using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

/// <summary>A centre with another unit beside it, and the people who plan and approve.</summary>
public sealed class PlanningScene : ApiFixture
{
    public static readonly byte[] Pdf = "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"u8.ToArray();

    public Guid Centre { get; } = Guid.CreateVersion7();
    public Guid Elsewhere { get; } = Guid.CreateVersion7();

    public TestUser Officer { get; private set; } = null!;
    public TestUser Head { get; private set; } = null!;
    public TestUser Stranger { get; private set; } = null!;
    public TestUser Employee { get; private set; } = TestUser.With(Permission.CatalogueRead).Of();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var (id, code) in new[] { (Centre, "PPK"), (Elsewhere, "BIRO") })
        {
            await SqlAsync(
                $"INSERT INTO units (id, code, name, kind, active_from, changed_at) VALUES ({id}, {code}, {code}, {"centre"}, {new DateOnly(2020, 1, 1)}, {FakeClock.Start})"
            );
        }
        Permission[] plans =
        [
            Permission.CatalogueRead,
            Permission.TrainingsRead,
            Permission.TrainingsPlan,
            Permission.TrainingsRun,
        ];
        // Calendar feeds ask what the account of their maker may see.
        var account = await this.AccountAsync((Role.TrainingOfficer, UnitId.From(Centre)));
        Officer = TestUser.With(plans).Of(Centre) with { UserId = account.Id.Value };
        Employee = Employee with { UserId = (await this.AccountAsync()).Id.Value };
        Stranger = TestUser.With(plans).Of(Elsewhere);
        Head = TestUser
            .With(Permission.CatalogueRead, Permission.TrainingsRead, Permission.TrainingsApprove)
            .Of(Centre);
    }

    public static Dictionary<string, object?> Plan(string title = "Pelatihan Analis Kebijakan") =>
        new()
        {
            ["title"] = title,
            ["year"] = 2026,
            ["form"] = "diklat-teknis",
            ["scheme"] = "selfManaged",
            ["start"] = "2026-03-09",
            ["end"] = "2026-03-13",
            ["quota"] = 30,
            ["reservePlaces"] = 5,
        };

    public static object Session(
        string date = "2026-03-09",
        string start = "08:00",
        string end = "10:00",
        string? room = null
    ) =>
        new
        {
            date,
            start,
            end,
            mode = "klasikal",
            subject = "Pembukaan",
            room,
            instructors = new[] { new { name = "Dr. Sari", institution = "UI" } },
        };

    public async Task<Guid> PlannedAsync(string title = "Pelatihan Analis Kebijakan", TestUser? by = null)
    {
        var response = await Client(by ?? Officer).PostAsJsonAsync("/api/v1/trainings", new { plan = Plan(title) });
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return (await BodyAsync(response)).GetProperty("id").GetGuid();
    }

    /// <summary>Planned, with a session and the terms of reference, submitted, approved and opened.</summary>
    public async Task<Guid> OpenedAsync(string title = "Pelatihan Terbuka")
    {
        var id = await PlannedAsync(title);
        await DoneAsync(Client(Officer).PostAsJsonAsync($"/api/v1/trainings/{id}/sessions", Session()));
        await DoneAsync(UploadAsync(id, "tor"));
        await DoneAsync(MoveAsync(Officer, id, "submit"));
        await DoneAsync(MoveAsync(Head, id, "approve"));
        await DoneAsync(MoveAsync(Officer, id, "open"));
        return id;
    }

    public Task<HttpResponseMessage> MoveAsync(TestUser user, Guid id, string move, object? body = null) =>
        Client(user).PostAsJsonAsync($"/api/v1/trainings/{id}/{move}", body ?? new { });

    public async Task<HttpResponseMessage> UploadAsync(
        Guid id,
        string kind,
        byte[]? content = null,
        string name = "kak.pdf",
        TestUser? by = null
    )
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(content ?? Pdf), "file", name },
            { new StringContent(kind), "kind" },
        };
        return await Client(by ?? Officer).PostAsync($"/api/v1/trainings/{id}/documents", form);
    }

    public async Task<HttpResponseMessage> EditAsync(TestUser user, string path, object body, uint? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
        if (version is { } seen)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen.ToString(CultureInfo.InvariantCulture)}\""));
        return await Client(user).SendAsync(request);
    }

    public async Task<JsonElement> GetAsync(TestUser user, string path)
    {
        var response = await Client(user).GetAsync(path);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        return await BodyAsync(response);
    }

    public static Task<JsonElement> BodyAsync(HttpResponseMessage response) =>
        response.Content.ReadFromJsonAsync<JsonElement>();

    public static async Task DoneAsync(Task<HttpResponseMessage> sent)
    {
        var response = await sent;
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }
}

internal static class Refusals
{
    /// <summary>Refused with this status and code, and explained in both languages without holes.</summary>
    public static async Task<JsonElement> ShouldRefuseAsync(
        this Task<HttpResponseMessage> sent,
        int status,
        string code
    )
    {
        var response = await sent;
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, text);
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        problem.GetProperty("code").GetString().ShouldBe(code);
        foreach (var error in problem.GetProperty("errors").EnumerateArray())
        {
            foreach (var language in new[] { "id", "en" })
            {
                error.GetProperty(language).GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
                var detail = error.GetProperty(language).GetProperty("detail").GetString();
                detail.ShouldNotBeNullOrEmpty();
                detail.ShouldNotContain("{");
            }
        }
        return problem;
    }
}
