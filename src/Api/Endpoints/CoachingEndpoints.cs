using System.Net.Mime;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Trainings.Commands;
using Pionir.Application.Trainings.Participation;
using Pionir.Application.Trainings.Queries;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Api.Endpoints;

/// <summary>Coaching and mentoring, learning that superiors monitor, and the monitoring forms.</summary>
public sealed class CoachingEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var training = api.MapGroup("/trainings/{trainingId:guid}").WithTags("Coaching");
        training
            .MapGet("/coaching", ListAsync)
            .WithName(nameof(ListCoaching))
            .WithSummary("Agreements of coaching and mentoring with their meetings");
        training
            .MapPut("/participants/{participantId:guid}/coaching", SaveAsync)
            .WithName(nameof(SaveCoachingAgreement))
            .WithSummary("Make or change the contract of learning")
            .WithDescription(
                "A change of one that is there needs If-Match. Somebody who has one passes with as many meetings held as "
                    + "agreed. Self-learning and communities are monitored by the "
                    + "participant's superior of today, whoever is named here (`coaching.superior_missing` without one)."
            );
        training
            .MapPost("/supervision", SuperviseAsync)
            .WithName(nameof(SuperviseParticipants))
            .WithSummary("Have every participant's learning monitored by their superior")
            .WithDescription(
                "For self-learning and communities (`coaching.not_supervised` otherwise). Safe to repeat: whoever has a "
                    + "contract keeps it, and where HR names another superior by now, that one takes over."
            );
        training
            .MapPost("/coaching/{agreementId:guid}/meetings", AddMeetingAsync)
            .WithName(nameof(AddCoachingMeeting))
            .WithSummary("Note a meeting that was held")
            .WithDescription("Within the dates of the training, one a day, until the results stand.");
        training
            .MapDelete("/coaching/{agreementId:guid}/meetings/{meetingId:guid}", RemoveMeetingAsync)
            .WithName(nameof(RemoveCoachingMeeting))
            .WithSummary("Take away a meeting that was noted by mistake")
            .WithDescription("Until the results stand (`coaching.not_while`); the audit trail keeps what it said.");
        training
            .MapPost("/coaching/{agreementId:guid}/contract", UploadContractAsync)
            .DisableAntiforgery()
            .WithName(nameof(UploadLearningContract))
            .WithSummary("Attach the signed contract of learning")
            .WithDescription("PDF, JPEG or PNG; sent again it replaces the former.");
        training
            .MapGet("/coaching/{agreementId:guid}/contract", DownloadContractAsync)
            .WithName(nameof(DownloadLearningContract))
            .WithSummary("Get the signed contract of learning")
            .ProducesFile(FileContract.Evidence);
        api.MapGet("/me/coaching", MineAsync)
            .WithTags("Coaching")
            .WithName(nameof(ListMyCoaching))
            .WithSummary("My coaching and mentoring, as participant and as coach");
        training
            .MapGet("/monitoring-forms/{form}", FormAsync)
            .WithName(nameof(GetMonitoringForm))
            .WithSummary("Monitoring form 3.3 (attendance), 3.4 (coaching) or `supervision` as PDF or XLSX")
            .ProducesFile(MediaTypeNames.Application.Pdf, FileContract.Xlsx);
    }

    private static async Task<Results<Ok<IReadOnlyList<CoachingRow>>, JsonHttpResult<Problem>>> ListAsync(
        Guid trainingId,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListCoaching(trainingId), cancellationToken)).ToOk();

    private static async Task<Results<Ok<SavedCoaching>, JsonHttpResult<Problem>>> SaveAsync(
        Guid trainingId,
        Guid participantId,
        CoachingBody body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new SaveCoachingAgreement(
                    trainingId,
                    participantId,
                    body.Kind,
                    body.CoachName ?? "",
                    body.CoachEmployeeId,
                    body.Goal ?? "",
                    body.AgreedMeetings,
                    EntityTags.Parse(ifMatch)
                ),
                cancellationToken
            )
        ).ToOk();

    private static async Task<Results<Ok<SupervisedPeople>, JsonHttpResult<Problem>>> SuperviseAsync(
        Guid trainingId,
        SupervisionBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new SuperviseParticipants(trainingId, body.Kind, body.Goal ?? "", body.AgreedMeetings),
                cancellationToken
            )
        ).ToOk();

    private static async Task<Results<Ok<AddedCoachingMeeting>, JsonHttpResult<Problem>>> AddMeetingAsync(
        Guid trainingId,
        Guid agreementId,
        CoachingMeetingBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new AddCoachingMeeting(
                    trainingId,
                    agreementId,
                    body.HeldOn,
                    body.Minutes,
                    body.Topic ?? "",
                    body.Outcome
                ),
                cancellationToken
            )
        ).ToOk();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> RemoveMeetingAsync(
        Guid trainingId,
        Guid agreementId,
        Guid meetingId,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(new RemoveCoachingMeeting(trainingId, agreementId, meetingId), cancellationToken)
        ).ToNoContent();

    private static async Task<Results<Ok<AttachedContract>, JsonHttpResult<Problem>>> UploadContractAsync(
        Guid trainingId,
        Guid agreementId,
        IFormFile file,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        await using var content = file.OpenReadStream();
        var request = new UploadLearningContract(trainingId, agreementId, content, file.FileName);
        return (await mediator.Send(request, cancellationToken)).ToOk();
    }

    private static async Task<Results<FileStreamHttpResult, JsonHttpResult<Problem>>> DownloadContractAsync(
        Guid trainingId,
        Guid agreementId,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var file = await mediator.Send(new DownloadLearningContract(trainingId, agreementId), cancellationToken);
        return file.IsSuccess
            ? TypedResults.Stream(file.Value.Content, file.Value.ContentType, file.Value.Name)
            : Problems.From(file.Errors);
    }

    private static async Task<Results<Ok<IReadOnlyList<CoachingRow>>, JsonHttpResult<Problem>>> MineAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListMyCoaching(), cancellationToken)).ToOk();

    private static async Task<Results<FileContentHttpResult, JsonHttpResult<Problem>>> FormAsync(
        Guid trainingId,
        string form,
        IMediator mediator,
        CancellationToken cancellationToken,
        MonitoringFormat format = MonitoringFormat.Pdf
    )
    {
        MonitoringForm? wanted = form switch
        {
            "3.3" => MonitoringForm.Attendance,
            "3.4" => MonitoringForm.Coaching,
            "supervision" => MonitoringForm.Supervision,
            _ => null,
        };
        if (wanted is not { } known)
            return Problems.From([Error.NotFound("request.not_found")]);
        var file = await mediator.Send(new GetMonitoringForm(trainingId, known, format), cancellationToken);
        return file.IsSuccess
            ? TypedResults.File(file.Value.Content, file.Value.ContentType, file.Value.FileName)
            : Problems.From(file.Errors);
    }
}

public sealed record CoachingBody(
    CoachingKind Kind,
    string? CoachName,
    string? Goal,
    int AgreedMeetings,
    Guid? CoachEmployeeId = null
);

public sealed record SupervisionBody(CoachingKind Kind, string? Goal, int AgreedMeetings);

public sealed record CoachingMeetingBody(DateOnly HeldOn, int Minutes, string? Topic, string? Outcome = null);
