using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Pionir.Api.Security;
using Pionir.Domain.Identity;

namespace Pionir.Api.Tests.Security;

/// <summary>
/// Every role on every operation, with real sessions. What is expected follows from the attribute of the use case and
/// the role table; the committed table beside this class makes every change of it visible in review.
/// </summary>
public sealed class RoleMatrixTests(MatrixFixture api) : IClassFixture<MatrixFixture>
{
    private const string TableFile = "role-matrix.txt";

    /// <summary>They would end the session that the rest of the test needs; tests of their own try them.</summary>
    private static readonly string[] EndTheSession = ["SignOut", "SignOutEverywhere"];

    [Fact]
    public void EveryOperation_IsAUseCase_ThatSaysWhoMaySendIt() =>
        api
            .Operations.Where(operation => AccessGate.AccessOf(operation) is null)
            .Select(MatrixFixture.Id)
            .ShouldBeEmpty();

    [Fact]
    public async Task CommittedTable_IsWhatTheServerApplies()
    {
        var path = Path.Combine(SourceFolder(), TableFile);
        var actual = string.Concat(api.Operations.Select(Row));
        if (Environment.GetEnvironmentVariable("PIONIR_WRITE_ROLE_MATRIX") is not null)
        {
            await File.WriteAllTextAsync(path, actual);
        }

        var committed = await File.ReadAllTextAsync(path);

        // A difference is not wrong in itself: look at it, then write the file anew with PIONIR_WRITE_ROLE_MATRIX=1.
        actual.Split('\n').Except(committed.Split('\n')).ShouldBeEmpty();
        committed.Split('\n').Except(actual.Split('\n')).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_ReachesOnlyWhatIsPublic()
    {
        var visitor = api.Host.CreateClient();
        var wrong = new List<string>();
        foreach (var operation in UseCases)
        {
            using var response = await visitor.SendAsync(Requests.Some(operation));
            var code = await CodeAsync(response);
            if ((code == "access.sign_in_required") == AccessGate.AccessOf(operation)!.IsPublic)
            {
                wrong.Add($"{MatrixFixture.Id(operation)}: {(int)response.StatusCode} {code}");
            }
        }
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Role_ReachesWhatTheTableSays(Role role)
    {
        var person = api.People[role];
        var wrong = new List<string>();
        foreach (var operation in UseCases.Where(o => !EndTheSession.Contains(MatrixFixture.Id(o))))
        {
            using var response = await person.SendAsync(
                Requests.Some(operation),
                HttpCompletionOption.ResponseHeadersRead
            );
            var code = await CodeAsync(response);
            var allowed =
                code is not ("access.permission_missing" or "access.sign_in_required" or "access.forgery_token");
            if (
                allowed != MatrixFixture.Allows(operation, role)
                || response.StatusCode >= HttpStatusCode.InternalServerError
            )
            {
                wrong.Add($"{MatrixFixture.Id(operation)}: {(int)response.StatusCode} {code}");
            }
        }
        wrong.ShouldBeEmpty();
    }

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    private IEnumerable<RouteEndpoint> UseCases =>
        api.Operations.Where(operation => AccessGate.AccessOf(operation) is not null);

    private static string Row(RouteEndpoint operation)
    {
        var access = AccessGate.AccessOf(operation);
        var who =
            access is null ? "?"
            : access.IsPublic ? "public"
            : access.Requires is null ? "signed in"
            : string.Join(' ', Enum.GetValues<Role>().Where(role => MatrixFixture.Allows(operation, role)));
        return new StringBuilder($"{MatrixFixture.Id(operation), -32} {who}").ToString().TrimEnd() + "\n";
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return null;
        }
        using var problem = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return problem.RootElement.GetProperty("code").GetString();
    }

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Path.GetDirectoryName(file)!;
}
