using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Commands;
using Pionir.Application.Trainings.Participation;
using Pionir.Application.Trainings.Queries;

namespace Pionir.Api.Endpoints;

/// <summary>Participation from the person's side: catalogue, links by e-mail, my trainings.</summary>
public sealed class ParticipationEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("Participation");
        group
            .MapGet("/catalogue", CatalogueAsync)
            .WithName(nameof(ListCatalogue))
            .WithSummary("Trainings that take participants, and why I may or may not apply");
        group
            .MapPost("/catalogue/{trainingId:guid}/applications", ApplyAsync)
            .WithName(nameof(ApplyForTraining))
            .WithSummary("Apply for a training")
            .WithDescription(
                "Refusals: training.self_application_not_allowed, participant.application_closed, "
                    + "participant.already_listed, participant.overlaps, participant.unit_quota_reached."
            );
        group
            .MapGet("/me/participations", MineAsync)
            .WithName(nameof(ListMyParticipations))
            .WithSummary("My trainings, newest first");
        group
            .MapGet("/invitations/{token}", InvitationAsync)
            .WithName(nameof(GetInvitation))
            .WithSummary("What a one-time link asks")
            .WithDescription("Needs no sign-in. Refusals: invitation.unknown, invitation.foreign.");
        group
            .MapPost("/invitations/{token}/answer", AnswerAsync)
            .WithName(nameof(AnswerInvitation))
            .WithSummary("Confirm or decline with a one-time link")
            .WithDescription(
                "Needs no sign-in. Refusals: invitation.unknown, invitation.expired, invitation.used, "
                    + "invitation.cancelled, invitation.foreign, participant.overlaps."
            );
    }

    private static async Task<Results<Ok<Page<CatalogueAnswer>>, JsonHttpResult<Problem>>> CatalogueAsync(
        IMediator mediator,
        CancellationToken cancellationToken,
        string? q = null,
        int? page = null,
        int? size = null
    )
    {
        var found = await mediator.Send(new ListCatalogue(q, PageRequest.From(page, size)), cancellationToken);
        return found.ToOk(list => new Page<CatalogueAnswer>(
            [.. list.Items.Select(CatalogueAnswer.From)],
            list.Total,
            list.Number,
            list.Size
        ));
    }

    private static async Task<Results<Ok<AddedPerson>, JsonHttpResult<Problem>>> ApplyAsync(
        Guid trainingId,
        ApplyBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ApplyForTraining(trainingId, body.Note), cancellationToken)).ToOk();

    private static async Task<Results<Ok<Page<MyParticipation>>, JsonHttpResult<Problem>>> MineAsync(
        IMediator mediator,
        CancellationToken cancellationToken,
        int? page = null,
        int? size = null
    ) => (await mediator.Send(new ListMyParticipations(PageRequest.From(page, size)), cancellationToken)).ToOk();

    private static async Task<Results<Ok<InvitationAnswerView>, JsonHttpResult<Problem>>> InvitationAsync(
        string token,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetInvitation(token), cancellationToken)).ToOk(InvitationAnswerView.From);

    private static async Task<Results<Ok<ParticipationAnswer>, JsonHttpResult<Problem>>> AnswerAsync(
        string token,
        AnswerBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (await mediator.Send(new AnswerInvitation(token, body.Confirm, body.Reason), cancellationToken)).ToOk(
            ParticipationAnswer.From
        );
}
