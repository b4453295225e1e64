using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Queries;

/// <summary>What API clients can be allowed, and what each scope opens.</summary>
[Requires(Permission.ApiClientsManage, Permission.AuditRead)]
public sealed record ListApiScopes : IQuery<IReadOnlyList<ApiScopeView>>;

public sealed record ApiScopeView(string Scope, IReadOnlyList<Permission> Permissions);

internal sealed class ListApiScopesHandler : IRequestHandler<ListApiScopes, Result<IReadOnlyList<ApiScopeView>>>
{
    public Task<Result<IReadOnlyList<ApiScopeView>>> Handle(
        ListApiScopes request,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            Result<IReadOnlyList<ApiScopeView>>.Success([
                .. ApiScope.All.Select(scope => new ApiScopeView(scope, [.. ApiScope.Permissions([scope]).Order()])),
            ])
        );
}
