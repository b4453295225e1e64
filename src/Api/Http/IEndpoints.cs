using System.Reflection;

namespace Pionir.Api.Http;

/// <summary>The endpoints of one context; found by reflection, so no list to edit.</summary>
public interface IEndpoints
{
    static abstract void Map(IEndpointRouteBuilder api);
}

internal static class EndpointDiscovery
{
    /// <param name="app">The routes under <c>/api/v1</c> are mapped on it.</param>
    public static void MapPionirEndpoints(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter<RouteGroupBuilder, WholeAnswers>();
        var groups = typeof(IEndpoints)
            .Assembly.GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IEndpoints)))
            .OrderBy(type => type.Name, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            group.GetMethod(nameof(IEndpoints.Map), BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [api]);
        }
    }
}
