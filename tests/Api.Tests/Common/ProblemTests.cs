using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
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
}
