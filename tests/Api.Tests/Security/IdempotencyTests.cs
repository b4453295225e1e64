using System.Net;
using System.Net.Http.Json;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Security;

public sealed class IdempotencyTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly TestUser Admin = TestUser.With(Permission.ApiClientsManage);
    private const string Clients = "/api/v1/api-clients";

    [Fact]
    public async Task SameKey_SameRequest_IsCarriedOutOnce_AndAnswersTheSame()
    {
        var (name, key) = (Name(), Key());

        var first = await CreateAsync(name, key);
        var second = await CreateAsync(name, key);

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        second.Headers.Location.ShouldBe(first.Headers.Location);
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
    }

    [Fact]
    public async Task SameKey_OtherRequest_IsRefused()
    {
        var key = Key();
        await CreateAsync(Name(), key);

        var response = CreateAsync(Name(), key);

        await response.ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "idempotency.other_request");
    }

    [Fact]
    public async Task SameKey_OfSomebodyElse_IsAnotherKey()
    {
        var key = Key();
        await CreateAsync(Name(), key);

        (await CreateAsync(Name(), key, TestUser.With(Permission.ApiClientsManage))).StatusCode.ShouldBe(
            HttpStatusCode.Created
        );
    }

    [Fact]
    public async Task ManyAtOnce_WithOneKey_MakeOneObject()
    {
        var (name, key) = (Name(), Key());

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => CreateAsync(name, key)));

        answers.ShouldAllBe(answer =>
            answer.StatusCode == HttpStatusCode.Created || answer.StatusCode == HttpStatusCode.Conflict
        );
        answers.ShouldContain(answer => answer.StatusCode == HttpStatusCode.Created);
        (await api.ScalarAsync<long>($"SELECT count(*) FROM api_clients WHERE name = {name}")).ShouldBe(1);
    }

    [Fact]
    public async Task KilledBetweenCommitAndAnswer_IsNotCarriedOutAgain()
    {
        var (name, key) = (Name(), Key());
        await CreateAsync(name, key);
        await api.SqlAsync($"UPDATE idempotency_keys SET status = NULL, headers = NULL, body = NULL WHERE key = {key}");
        api.Clock.Advance(TimeSpan.FromMinutes(10));

        await CreateAsync(name, key).ShouldRefuseAsync(HttpStatusCode.Conflict, "idempotency.answer_lost");
    }

    [Fact]
    public async Task KilledBeforeTheCommit_IsCarriedOutByTheNextTry()
    {
        var (name, key) = (Name(), Key());
        await CreateAsync(name, key);
        await api.SqlAsync($"DELETE FROM api_clients WHERE name = {name}");
        await api.SqlAsync(
            $"UPDATE idempotency_keys SET committed_at = NULL, status = NULL, headers = NULL, body = NULL WHERE key = {key}"
        );

        await CreateAsync(name, key).ShouldRefuseAsync(HttpStatusCode.Conflict, "idempotency.in_flight");
        api.Clock.Advance(TimeSpan.FromMinutes(3));
        (await CreateAsync(name, key)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Key_WithBlanks_IsRefused() =>
        await CreateAsync(Name(), "a b").ShouldRefuseAsync(HttpStatusCode.BadRequest, "idempotency.key_invalid");

    [Fact]
    public async Task SameForm_WithOtherMarksBetweenItsParts_IsTheSameRequest()
    {
        var (key, user) = (Key(), TestUser.With(Permission.EmployeesImport));

        var first = await UploadAsync(user, key, Roster.WithErrors, "first-mark");
        var second = await UploadAsync(user, key, Roster.WithErrors, "another-mark-of-other-length");

        first.StatusCode.ShouldBe(HttpStatusCode.Accepted, await first.Content.ReadAsStringAsync());
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task OtherFile_OfTheSameLength_IsAnotherRequest()
    {
        var (key, user) = (Key(), TestUser.With(Permission.EmployeesImport));
        await UploadAsync(user, key, "identity_number,name"u8.ToArray(), "mark");

        await UploadAsync(user, key, "identity_number,nama"u8.ToArray(), "mark")
            .ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "idempotency.other_request");
    }

    [Fact]
    public async Task BrokenForm_IsRefused_AsWithoutAKey()
    {
        var client = api.Client(TestUser.With(Permission.EmployeesImport));
        client.DefaultRequestHeaders.Add("Idempotency-Key", Key());
        var content = new StringContent("--mark\r\nno end");
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "mark") } };

        await client
            .PostAsync("/api/v1/imports", content)
            .ShouldRefuseAsync(HttpStatusCode.BadRequest, "request.malformed");
    }

    private Task<HttpResponseMessage> UploadAsync(TestUser user, string key, byte[] content, string mark)
    {
        var client = api.Client(user);
        client.DefaultRequestHeaders.Add("Idempotency-Key", key);
        var form = new MultipartFormDataContent(mark)
        {
            { new ByteArrayContent(content), "file", "roster.csv" },
            { new StringContent("employees"), "kind" },
        };
        return client.PostAsync("/api/v1/imports", form);
    }

    private Task<HttpResponseMessage> CreateAsync(string name, string key, TestUser? user = null)
    {
        var client = api.Client(user ?? Admin);
        client.DefaultRequestHeaders.Add("Idempotency-Key", key);
        return client.PostAsJsonAsync(Clients, new { name, scopes = new[] { "trainings.read" } });
    }

    private static string Name() => $"Sistem {Guid.NewGuid()}";

    private static string Key() => Guid.NewGuid().ToString();
}
