using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Common.Demo;
using Pionir.Application.Common.Mail;
using Pionir.Application.Common.Mail.Queries;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Identity.Queries;

namespace Pionir.Api.Endpoints;

public sealed class DemoEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/demo/accounts", ListAccountsAsync)
            .WithName(nameof(ListDemoAccounts))
            .WithTags("Demo")
            .WithSummary("Accounts of the demo environment, with the password of each")
            .WithDescription("Answers 404 in every other environment.");
        api.MapGet("/demo/mails", ListMailsAsync)
            .WithName("ListDemoMails")
            .WithTags("Demo")
            .WithSummary("Mail that the demo environment kept instead of sending")
            .WithDescription("Newest first. Answers 404 in every other environment.");
    }

    private static async Task<Results<Ok<IReadOnlyList<DemoAccountRow>>, JsonHttpResult<Problem>>> ListAccountsAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListDemoAccounts(), cancellationToken)).ToOk();

    private static async Task<Results<Ok<Page<DemoMailRow>>, JsonHttpResult<Problem>>> ListMailsAsync(
        IMediator mediator,
        string? address,
        int? page,
        int? size,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListDemoMails(address, PageRequest.From(page, size)), cancellationToken)).ToOk();
}
