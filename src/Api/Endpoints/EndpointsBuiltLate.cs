namespace Pionir.Api.Endpoints;

/// <summary>
/// What stands between a request and its method is compiled when the first request comes. The framework's methods of
/// these names compile it for all of some 250 endpoints at each start: two fifths of what one cost. Whatever lies in
/// this namespace finds these first.
/// </summary>
internal static class EndpointsBuiltLate
{
    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.Map(HttpMethods.Get, pattern, handler);

    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.Map(HttpMethods.Post, pattern, handler);

    public static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.Map(HttpMethods.Put, pattern, handler);

    public static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.Map(HttpMethods.Delete, pattern, handler);

    private static RouteHandlerBuilder Map(
        this IEndpointRouteBuilder routes,
        string method,
        string pattern,
        Delegate handler
    ) => RouteHandlerServices.Map(routes, pattern, handler, [method], RequestDelegateFactory.InferMetadata, Late);

    private static RequestDelegateResult Late(
        Delegate handler,
        RequestDelegateFactoryOptions options,
        RequestDelegateMetadataResult? metadata
    )
    {
        var built = new Lazy<RequestDelegate>(() =>
            RequestDelegateFactory.Create(handler, options, metadata).RequestDelegate
        );
        return new RequestDelegateResult(context => built.Value(context), []);
    }
}
