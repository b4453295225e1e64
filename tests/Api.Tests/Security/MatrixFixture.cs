using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Api.Security;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Security;

/// <summary>Somebody real for every role: signed in by password, or with a token for the API client.</summary>
public sealed class MatrixFixture : ApiFixture
{
    public Dictionary<Role, HttpClient> People { get; } = [];

    /// <summary>Every published operation, by its id.</summary>
    public IReadOnlyList<RouteEndpoint> Operations =>
        [
            .. Host
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => Id(endpoint) is not null)
                .OrderBy(Id, StringComparer.Ordinal),
        ];

    public static string? Id(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var unit = await this.UnitAsync();
        var superior = await this.EmployeeAsync(unit);
        await this.EmployeeAsync(unit, superior);
        foreach (var role in Enum.GetValues<Role>().Except([Role.ApiClient]))
        {
            var row = RoleTable.Of(role);
            var employee = role switch
            {
                Role.Supervisor => superior,
                Role.Employee => await this.EmployeeAsync(unit),
                _ => (Domain.Organization.EmployeeId?)null,
            };
            Domain.Organization.UnitId? scope = row.Reach == RoleReach.Unit ? unit : null;
            var account = row.Assignable
                ? await this.AccountAsync(employee, (role, scope))
                : await this.AccountAsync(employee);
            People[role] = (await this.SignInAsync(account)).Http;
        }
        People[Role.ApiClient] = await ApiClientAsync();
    }

    /// <summary>What the attribute of the use case and the role table say together.</summary>
    public static bool Allows(Endpoint operation, Role role)
    {
        var access = AccessGate.AccessOf(operation)!;
        return access.IsPublic || access.Requires is null || access.Requires.AnyOf.Any(Held(role).Contains);
    }

    private static IReadOnlySet<Permission> Held(Role role)
    {
        if (role == Role.ApiClient)
        {
            return ApiScope.Permissions(ApiScope.All);
        }
        var held = RoleTable.Of(role).Permissions.Concat(RoleTable.EveryAccount);
        return (
            role == Role.Supervisor || RoleTable.Of(role).NeedsEmployee
                ? held.Concat(RoleTable.Of(Role.Employee).Permissions)
                : held
        ).ToHashSet();
    }

    private async Task<HttpClient> ApiClientAsync()
    {
        var secret = await ScopeAsync(async services =>
        {
            var (client, secret) = Domain
                .Identity.ApiClient.Create("Sistem Uji", ApiScope.All, Clock.GetUtcNow())
                .Value;
            var database = services.GetRequiredService<Application.Common.Persistence.IDatabase>();
            var (token, text) = ApiToken.Issue(client.Id, ApiScope.All, Clock.GetUtcNow());
            database.Set<ApiClient>().Add(client);
            database.Set<ApiToken>().Add(token);
            await database.SaveChangesAsync();
            return text;
        });
        var http = Host.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret.Text);
        return http;
    }
}
