using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Faults;

/// <summary>What one instance does counts at the other: at once, or within the second for which settings are kept.</summary>
[Collection(TwoInstances.Collection)]
public sealed class TwoInstancesTests(TwoInstances instances)
{
    private const string Institution = "/api/v1/institution";

    /// <summary>Far below the twenty seconds after which rights would be read again anyway.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private FaultBed Bed => instances.Bed;

    [Fact]
    public async Task Session_OfTheFirst_IsKnownToTheSecond_AndSoIsItsEnd()
    {
        var (first, second) = await instances.SignInAsync(Bed.Officer.Email);
        (await UserAsync(second)).ValueKind.ShouldBe(JsonValueKind.Object);
        (await second.Http.PostAsJsonAsync("/api/v1/notifications/read", new { })).StatusCode.ShouldNotBe(
            HttpStatusCode.Forbidden,
            "the anti-forgery token of the first is good at the second"
        );

        (await first.Http.DeleteAsync("/api/v1/session")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await SoonAsync(async () => (await UserAsync(second)).ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Role_GivenAtTheFirst_CountsAtTheSecond_AndSoDoesItsEnd()
    {
        var email = await Bed.ColleagueAsync();
        var (_, second) = await instances.SignInAsync(email);
        (await second.Http.GetAsync("/api/v1/audit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var id = await Bed.ScalarAsync<Guid>($"SELECT id FROM accounts WHERE email = {email}");

        (
            await instances.First.Http.PostAsJsonAsync($"/api/v1/users/{id}/roles", new { role = "auditor" })
        ).EnsureSuccessStatusCode();
        await SoonAsync(async () => (await second.Http.GetAsync("/api/v1/audit")).IsSuccessStatusCode);

        (
            await instances.First.Http.PostAsJsonAsync($"/api/v1/users/{id}/disable", new { reason = "Pindah tugas" })
        ).EnsureSuccessStatusCode();
        await SoonAsync(async () => (await UserAsync(second)).ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Settings_ChangedAtTheFirst_HoldAtTheSecond()
    {
        var view = (await instances.Second.Http.GetFromJsonAsync<JsonObject>(Institution))!;
        var (settings, name) = (view["settings"]!.AsObject(), $"Badan {Guid.NewGuid()}");
        settings["name"] = name;
        using var change = new HttpRequestMessage(HttpMethod.Put, Institution);
        change.Content = JsonContent.Create(new { settings, reason = "nama baru" });
        change.Headers.TryAddWithoutValidation("If-Match", $"\"{view["version"]}\"");

        (await instances.First.Http.SendAsync(change)).EnsureSuccessStatusCode();

        await SoonAsync(async () =>
        {
            var seen = await instances.Second.Http.GetFromJsonAsync<JsonElement>("/api/v1/session");
            return seen.GetProperty("institution").GetProperty("name").GetString() == name;
        });
    }

    [Fact]
    public async Task ReferenceData_ChangedAtTheFirst_HoldsAtTheSecond()
    {
        await Bed.ApprovedAsync(people: 1);
        var employee = await Bed.ScalarAsync<Guid>($"SELECT id FROM employees WHERE unit_id = {Bed.Unit} LIMIT 1");
        var statement = $"/api/v1/jp/statement?employeeId={employee}";
        (await TargetAsync(statement)).ShouldBe(20);
        var item = new
        {
            name = new { id = "PNS", en = "PNS" },
            values = new { minimumJp = 33 },
            validFrom = $"{DateTime.UtcNow.Year}-01-01",
            citation = "Keputusan uji",
            confirmed = true,
            position = 10,
            reason = "uji",
        };

        var added = await instances.First.Http.PostAsJsonAsync(
            "/api/v1/reference-data/items",
            new
            {
                kind = "jpTargets",
                code = "pns",
                item,
                endPrevious = true,
            }
        );

        added.StatusCode.ShouldBe(HttpStatusCode.Created, await added.Content.ReadAsStringAsync());
        await SoonAsync(async () => await TargetAsync(statement) == 33);
    }

    [Fact]
    public async Task File_UploadedAtTheFirst_AndItsJob_AreSeenAtTheSecond()
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Roster.Employees), "file", "roster.csv" },
            { new StringContent("employees"), "kind" },
        };
        var started = await instances.First.Http.PostAsync("/api/v1/imports", form);
        started.StatusCode.ShouldBe(HttpStatusCode.Accepted, await started.Content.ReadAsStringAsync());
        var job = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("jobId").GetGuid();

        var events = await instances.Second.Http.GetStringAsync($"/api/v1/jobs/{job}/events");

        var last = events.Split('\n').Last(line => line.StartsWith("data:", StringComparison.Ordinal))[
            "data:".Length..
        ];
        var view = JsonSerializer.Deserialize<JsonElement>(last);
        view.GetProperty("id").GetGuid().ShouldBe(job);
        view.GetProperty("state").GetString().ShouldBe("succeeded");
        (await Bed.ScalarAsync<int>($"SELECT attempts FROM jobs WHERE id = {job}")).ShouldBe(1);
    }

    [Fact]
    public async Task Work_OfBoth_IsDoneOnce()
    {
        var trainings = new List<Guid>();
        for (var i = 0; i < 6; i++)
        {
            trainings.Add(await Bed.CompletedAsync(employees: 40, externals: 20));
        }

        await Task.WhenAll(
            trainings.Select(
                async (training, at) =>
                {
                    var page = at % 2 == 0 ? instances.First : instances.Second;
                    var path = $"/api/v1/trainings/{training}/certificates";
                    (await page.Http.PostAsJsonAsync(path, new { })).EnsureSuccessStatusCode();
                }
            )
        );
        await Bed.UntilAsync(
            $"SELECT NOT EXISTS (SELECT FROM jobs WHERE state IN ('Queued', 'Running'))",
            instances.Stop
        );
        (
            await Bed.ScalarAsync<long>(
                $"SELECT count(*) FROM certificates WHERE source_id = ANY({trainings.ToArray()})"
            )
        ).ShouldBe(360);
        await Bed.UntilAsync($"SELECT NOT EXISTS (SELECT FROM mail_outbox WHERE state <> 'Sent')", instances.Stop);

        (await Bed.ScalarAsync<int>($"SELECT max(attempts) FROM jobs")).ShouldBe(1);
        (await Bed.ScalarAsync<int>($"SELECT max(attempts) FROM mail_outbox")).ShouldBe(1);
        var mails = await Bed.ScalarAsync<long>($"SELECT count(*) FROM mail_outbox");
        mails.ShouldBeGreaterThanOrEqualTo(120);
        Bed.MessageIds.Count.ShouldBe((int)mails);
        Bed.MessageIds.Distinct().Count().ShouldBe((int)mails);
        // What recurs is fired by a scheduler of which both are members.
        (await Bed.ScalarAsync<long>($"SELECT count(*) FROM quartz.qrtz_scheduler_state")).ShouldBe(2);
    }

    [Fact]
    public async Task OneKey_SentToBoth_IsCarriedOutOnce()
    {
        var (key, name) = (Guid.NewGuid().ToString(), $"Sistem {Guid.NewGuid()}");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(async at =>
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/api-clients");
                    request.Content = JsonContent.Create(new { name, scopes = new[] { "trainings.read" } });
                    request.Headers.Add("Idempotency-Key", key);
                    return (
                        await (at % 2 == 0 ? instances.First : instances.Second).Http.SendAsync(request)
                    ).StatusCode;
                })
        );

        answers.ShouldAllBe(status => status == HttpStatusCode.Created || status == HttpStatusCode.Conflict);
        (await Bed.ScalarAsync<long>($"SELECT count(*) FROM api_clients WHERE name = {name}")).ShouldBe(1);
    }

    [Fact]
    public async Task Caller_CannotChooseTheAddressItIsCountedBy()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session");
        request.Content = JsonContent.Create(new { email = Bed.Officer.Email, password = People.Password });
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");

        (await new PageClient(instances.First.Http.BaseAddress!).Http.SendAsync(request)).EnsureSuccessStatusCode();

        (
            await Bed.ScalarAsync<long>($"SELECT count(*) FROM audit_entries WHERE remote_address = '203.0.113.9'")
        ).ShouldBe(0);
        (
            await Bed.ScalarAsync<long>($"SELECT count(*) FROM audit_entries WHERE remote_address = '127.0.0.1'")
        ).ShouldBeGreaterThan(0);
    }

    private async Task<int> TargetAsync(string statement) =>
        (await instances.Second.Http.GetFromJsonAsync<JsonElement>(statement))
            .GetProperty("target")
            .GetProperty("minimumJp")
            .GetInt32();

    private static async Task<JsonElement> UserAsync(PageClient page) =>
        (await page.Http.GetFromJsonAsync<JsonElement>("/api/v1/session")).GetProperty("user");

    private static async Task SoonAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Soon);
        while (!await isSo())
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
