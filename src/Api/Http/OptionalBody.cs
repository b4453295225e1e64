using Microsoft.AspNetCore.Http.Metadata;

namespace Pionir.Api.Http;

internal static class OptionalBody
{
    /// <summary>
    /// The body may be left out, and with it its content type: without this a request that names none is not found,
    /// because the way to the page would take it.
    /// </summary>
    public static RouteHandlerBuilder WithoutBodyToo(this RouteHandlerBuilder endpoint)
    {
        endpoint.Finally(built =>
        {
            foreach (var accepts in built.Metadata.OfType<IAcceptsMetadata>().ToList())
                built.Metadata.Remove(accepts);
        });
        return endpoint;
    }
}
