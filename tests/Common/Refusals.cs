using System.Net;
using System.Text.Json;
using Shouldly;

namespace Pionir.Tests.Common;

public static class Refusals
{
    /// <summary>A problem document with this code, and texts in both languages.</summary>
    public static async Task ShouldRefuseAsync(this HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, body);
        var problem = JsonSerializer.Deserialize<JsonElement>(body);
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("errors")[0].GetProperty("id").GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("errors")[0].GetProperty("en").GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
    }

    public static async Task ShouldRefuseAsync(
        this Task<HttpResponseMessage> response,
        HttpStatusCode status,
        string code
    ) => await (await response).ShouldRefuseAsync(status, code);
}
