using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Auditing.Queries;

/// <summary>Who did what, when, to what, from where and why; newest first.</summary>
[Requires(Permission.AuditRead)]
public sealed record ListAuditEntries(AuditFilter Filter, PageRequest Page) : IQuery<Page<AuditRow>>;

internal sealed class ListAuditEntriesValidator : AbstractValidator<ListAuditEntries>
{
    public const int TextMaximum = 200;

    public ListAuditEntriesValidator()
    {
        RuleFor(request => request.Filter.Who).MaximumLength(TextMaximum);
        RuleFor(request => request.Filter.Action).MaximumLength(TextMaximum);
        RuleFor(request => request.Filter.SubjectType).MaximumLength(TextMaximum);
        RuleFor(request => request.Filter.Q).MaximumLength(TextMaximum);
    }
}

internal sealed class ListAuditEntriesHandler(IAuditTrail trail)
    : IRequestHandler<ListAuditEntries, Result<Page<AuditRow>>>
{
    public async Task<Result<Page<AuditRow>>> Handle(ListAuditEntries request, CancellationToken cancellationToken) =>
        await trail.SearchAsync(request.Filter, request.Page, cancellationToken);
}
