using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Auditing.Queries;

/// <summary>The history tab of one object: its own changes and those of its parts, newest first.</summary>
/// <param name="SubjectType">Type of the object, such as <c>Training</c> or <c>Employee</c>.</param>
[SignedIn]
public sealed record GetObjectHistory(string SubjectType, Guid Id, PageRequest Page) : IQuery<Page<AuditRow>>;

internal sealed class GetObjectHistoryHandler(IAuditTrail trail, ICurrentUser user, IEnumerable<IHistoryGate> gates)
    : IRequestHandler<GetObjectHistory, Result<Page<AuditRow>>>
{
    private static readonly Error NotFound = Error.NotFound("request.not_found");

    public async Task<Result<Page<AuditRow>>> Handle(GetObjectHistory request, CancellationToken cancellationToken)
    {
        if (!user.Has(Permission.AuditRead) && !await MayReadAsync(request, cancellationToken))
        {
            return NotFound;
        }
        var page = await trail.SearchAsync(new AuditFilter(RootId: request.Id), request.Page, cancellationToken);
        // Where somebody sat when they did it is for the readers of the whole trail.
        return user.Has(Permission.AuditRead)
            ? page
            : page with
            {
                Items = [.. page.Items.Select(row => row with { RemoteAddress = null })],
            };
    }

    private async Task<bool> MayReadAsync(GetObjectHistory request, CancellationToken cancellationToken)
    {
        var gate = gates.FirstOrDefault(known =>
            string.Equals(known.SubjectType, request.SubjectType, StringComparison.OrdinalIgnoreCase)
        );
        return gate is not null && await gate.MayReadAsync(request.Id, cancellationToken);
    }
}
