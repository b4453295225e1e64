using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Common;

public sealed class ProblemTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("en", "Not found")]
    [InlineData("id", "Tidak ditemukan")]
    public async Task UnknownAddress_AnswersAProblemInTheLanguageAskedFor(string language, string title)
    {
        var client = api.Client();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var response = await client.GetAsync("/api/v1/no-such-thing");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("title").GetString().ShouldBe(title);
        problem.GetProperty("code").GetString().ShouldBe("request.not_found");
        problem.GetProperty("errors")[0].GetProperty("id").GetProperty("title").GetString().ShouldBe("Tidak ditemukan");
    }

    [Theory]
    [InlineData("trainings?state=open&state=foo", "state")]
    [InlineData("trainings?from=31-02", "from")]
    [InlineData("trainings?year=NaN&scheme=1", "year", "scheme")]
    [InlineData("trainings?unitId=x&q=31-02", "unitId")]
    [InlineData("jobs?mine=ya", "mine")]
    public async Task QueryThatIsNotUnderstood_IsRefusedByName(string address, params string[] fields)
    {
        var response = await api.Client(TestUser.With(Permission.TrainingsRead)).GetAsync($"/api/v1/{address}");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe("request.value_unknown");
        problem
            .GetProperty("errors")
            .EnumerateArray()
            .Select(error => error.GetProperty("field").GetString())
            .ShouldBe(fields);
    }
}
