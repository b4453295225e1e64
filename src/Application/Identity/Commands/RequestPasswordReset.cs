using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>Mails a link for a new password. The answer is the same whether the address is known or not.</summary>
/// <param name="Email">The address of the account.</param>
[Public("Whoever forgot the password cannot sign in.")]
public sealed record RequestPasswordReset(string Email) : ICommand;

internal sealed class RequestPasswordResetValidator : AbstractValidator<RequestPasswordReset>
{
    public RequestPasswordResetValidator() =>
        RuleFor(request => request.Email).NotEmpty().MaximumLength(Account.EmailMaximum);
}

internal sealed class RequestPasswordResetHandler(IJobQueue jobs) : IRequestHandler<RequestPasswordReset, Result>
{
    /// <summary>Every address is written down alike and looked up later: no answer comes sooner than another.</summary>
    public Task<Result> Handle(RequestPasswordReset request, CancellationToken cancellationToken)
    {
        jobs.Enqueue(new SendPasswordResetJob(Account.NormaliseEmail(request.Email)), subject: "–");
        return Task.FromResult(Result.Success());
    }
}
