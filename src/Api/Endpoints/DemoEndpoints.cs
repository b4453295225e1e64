using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Common.Mail;
using Pionir.Application.Common.Mail.Queries;
using Pionir.Application.Common.Persistence;

namespace Pionir.Api.Endpoints;

public sealed class DemoEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/demo/mails", ListMailsAsync)
            .WithName("ListDemoMails")
            .WithTags("Demo")
            .WithSummary("Mail that the demo environment kept instead of sending")
            .WithDescription("Newest first. Answers 404 in every other environment.");

    private static async Task<Results<Ok<Page<DemoMailRow>>, JsonHttpResult<Problem>>> ListMailsAsync(
        IMediator mediator,
        string? address,
        int? page,
        int? size,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListDemoMails(address, PageRequest.From(page, size)), cancellationToken)).ToOk();
}
