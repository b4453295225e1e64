using System.Collections.Frozen;
using MediatR;
using Pionir.Api.Errors;
using Pionir.Application;
using Pionir.Application.Common.Access;

namespace Pionir.Api.Security;

/// <summary>Names the use case of an endpoint whose operation id is not the name of one.</summary>
internal sealed record UseCaseOf(Type Request);

/// <summary>
/// The first ring: who may not send the use case is told so before a byte of the body is read. The same attributes
/// are looked at again in the pipeline, where nothing can walk around them.
/// </summary>
internal static class AccessGate
{
    private static readonly FrozenDictionary<string, Type> UseCases = typeof(ApplicationServices)
        .Assembly.GetTypes()
        .Where(type => !type.IsInterface && type.IsAssignableTo(typeof(IBaseRequest)))
        .ToFrozenDictionary(type => type.Name);

    public static void UseAccessGate(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(AccessGate).FullName!);
        app.Use(
            (http, next) =>
            {
                var user = http.RequestServices.GetRequiredService<ICurrentUser>();
                var refusal = http.GetEndpoint() is { } endpoint ? AccessOf(endpoint)?.Refusal(user) : null;
                if (refusal is null)
                {
                    return next(http);
                }
                if (user.IsSignedIn)
                {
                    // Somebody who tries doors that are not theirs; the page offers none of them.
                    logger.LogInformation(
                        "{UseCase} refused to {UserId}",
                        UseCase(http.GetEndpoint()!)?.Name,
                        user.UserId
                    );
                }
                return Problems.From([refusal]).ExecuteAsync(http);
            }
        );
    }

    /// <summary>Empty for what is no use case: health, metrics, the page itself.</summary>
    public static RequestAccess? AccessOf(Endpoint endpoint) =>
        UseCase(endpoint) is { } request ? RequestAccess.Of(request) : null;

    public static Type? UseCase(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<UseCaseOf>()?.Request
        ?? (
            endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is { } name
                ? UseCases.GetValueOrDefault(name.EndpointName)
                : null
        );
}
