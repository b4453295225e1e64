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
