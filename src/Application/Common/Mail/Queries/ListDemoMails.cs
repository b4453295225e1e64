using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;

namespace Pionir.Application.Common.Mail.Queries;

/// <param name="Address">Only mail to addresses that contain this.</param>
[Public("The demo environment has no real mail; everywhere else this answers as if it did not exist.")]
public sealed record ListDemoMails(string? Address, PageRequest Page) : IQuery<Page<DemoMailRow>>;

internal sealed class ListDemoMailsHandler(IDemoMailbox mailbox)
    : IRequestHandler<ListDemoMails, Result<Page<DemoMailRow>>>
{
    private static readonly Error NoMailbox = Error.NotFound("request.not_found");

    public async Task<Result<Page<DemoMailRow>>> Handle(ListDemoMails request, CancellationToken cancellationToken) =>
        mailbox.IsOpen ? await mailbox.ListAsync(request.Address, request.Page, cancellationToken) : NoMailbox;
}
