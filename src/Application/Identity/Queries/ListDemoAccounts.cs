using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Demo;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Common;

namespace Pionir.Application.Identity.Queries;

/// <summary>Accounts of the demo environment with their password, for the sign-in page.</summary>
[Public("The demo is for strangers; everywhere else it answers not found.")]
public sealed record ListDemoAccounts : IQuery<IReadOnlyList<DemoAccountRow>>;

internal sealed class ListDemoAccountsHandler(IDemoAccounts accounts)
    : IRequestHandler<ListDemoAccounts, Result<IReadOnlyList<DemoAccountRow>>>
{
    public async Task<Result<IReadOnlyList<DemoAccountRow>>> Handle(
        ListDemoAccounts request,
        CancellationToken cancellationToken
    ) =>
        accounts.Exist
            ? Result<IReadOnlyList<DemoAccountRow>>.Success(await accounts.ListAsync(cancellationToken))
            : Error.NotFound("request.not_found");
}
