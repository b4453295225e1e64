using System.Collections.Concurrent;
using System.Reflection;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Domain.Common;

namespace Pionir.Application.Common.Behaviours;

/// <summary>The second ring of access: the permission written on the request. A request without one is refused.</summary>
internal sealed class AuthorisationBehaviour<TRequest, TResponse>(ICurrentUser user)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    public Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        var refusal = RequestAccess.Of(typeof(TRequest)).Refusal(user);
        return refusal is null ? next() : Task.FromResult(TResponse.Failure([refusal]));
    }
}

internal sealed record RequestAccess(bool IsPublic, RequiresAttribute? Requires)
{
    private static readonly ConcurrentDictionary<Type, RequestAccess> Known = new();

    public static RequestAccess Of(Type request) => Known.GetOrAdd(request, Read);

    public Error? Refusal(ICurrentUser user)
    {
        if (IsPublic)
        {
            return null;
        }
        if (!user.IsSignedIn)
        {
            return CommonErrors.SignInRequired;
        }
        return Requires is null || Requires.AnyOf.Any(user.Permissions.Contains)
            ? null
            : CommonErrors.PermissionMissing;
    }

    private static RequestAccess Read(Type request)
    {
        var requires = request.GetCustomAttribute<RequiresAttribute>();
        var isPublic = request.GetCustomAttribute<PublicAttribute>() is not null;
        var isSignedIn = request.GetCustomAttribute<SignedInAttribute>() is not null;
        if (requires is null && !isPublic && !isSignedIn)
        {
            throw new InvalidOperationException($"{request.Name} says neither who may send it nor that it is public.");
        }
        return new RequestAccess(isPublic, requires);
    }
}
