using System.Collections.Concurrent;
using System.Reflection;
using Pionir.Domain.Common;

namespace Pionir.Application.Common.Access;

/// <summary>Who may send a request, as its attribute says.</summary>
public sealed record RequestAccess(bool IsPublic, RequiresAttribute? Requires, bool BeforeSecondStep)
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
        if (user.AwaitsSecondStep && !BeforeSecondStep)
        {
            return CommonErrors.SecondStepRequired;
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
        var beforeSecondStep = request.GetCustomAttribute<BeforeSecondStepAttribute>() is not null;
        return new RequestAccess(isPublic, requires, beforeSecondStep);
    }
}
