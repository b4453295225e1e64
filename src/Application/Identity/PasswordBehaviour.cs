using MediatR;
using Pionir.Domain.Common;

namespace Pionir.Application.Identity;

/// <summary>
/// Asks for the password before the change and outside its transaction: a wrong one must stay counted when the change
/// leaves nothing behind.
/// </summary>
internal sealed class PasswordBehaviour<TRequest, TResponse>(SignInGate gate) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, IProvesPassword
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        var proved = await gate.ProveAsync(request.CurrentPassword, cancellationToken);
        return proved.IsSuccess ? await next() : TResponse.Failure([proved.Error]);
    }
}
