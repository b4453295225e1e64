using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Pionir.Api.Tests.Trainings;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Security;

/// <summary>An id of nothing, at every address that has one: not found by a code of its own, never an empty success.</summary>
public sealed partial class UnknownThingsTests(MatrixFixture api) : IClassFixture<MatrixFixture>
{
    /// <summary>What happened to an object can be asked for after it has gone, so nothing is an answer.</summary>
    private static readonly string[] AnswerNothing = ["GetObjectHistory"];

    [Fact]
    public async Task UnknownId_IsNotFound_AndTheCodeSaysOfWhat()
    {
        var client = api.Client(TestUser.Everything);
        var answers = new Dictionary<string, string>();
        foreach (var operation in api.Operations.Where(HasId))
        {
            using var request = Requests.Some(operation);
            using var answer = await client.SendAsync(request);
            answers[MatrixFixture.Id(operation)!] = await SaidAsync(answer);
        }

        answers.Count.ShouldBeGreaterThan(40);
        answers
            .Where(answer => !NotFound().IsMatch(answer.Value))
            .Select(answer => $"{answer.Key}: {answer.Value}")
            .ShouldBeEmpty();
    }

    private static async Task<string> SaidAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? $"{(int)answer.StatusCode}"
            : $"{(int)answer.StatusCode} {JsonSerializer.Deserialize<JsonElement>(text).Code()}";
    }

    /// <summary>Without a body to fill in, so that nothing else can be wrong.</summary>
    private static bool HasId(RouteEndpoint operation) =>
        operation.Metadata.GetMetadata<IAcceptsMetadata>() is null
        && !AnswerNothing.Contains(MatrixFixture.Id(operation))
        && operation.RoutePattern.Parameters.Any(parameter =>
            parameter.ParameterPolicies.Any(policy => policy.Content == "guid")
        );

    /// <summary>The public page does not tell a training that is not offered from one that is not there.</summary>
    [GeneratedRegex(@"^404 (\w+\.(\w+_)?not_found|registration\.not_offered)$")]
    private static partial Regex NotFound();
}
