using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Trainings.Commands;
using Pionir.Application.Trainings.Participation;
using Pionir.Application.Trainings.Queries;
using Pionir.Domain.Trainings;

namespace Pionir.Api.Endpoints;

public sealed class ParticipantsEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/trainings/{trainingId:guid}/participants").WithTags("Participants");
        people.MapGet("/", ListAsync).WithName(nameof(ListParticipants)).WithSummary("List the people of a training");
        people
            .MapGet("/export", ExportAsync)
            .WithName(nameof(ExportParticipants))
            .WithSummary("Download the list as XLSX or CSV")
            .ProducesFile(FileContract.Xlsx, FileContract.Csv);
        people
            .MapGet("/summary", SummaryAsync)
            .WithName(nameof(GetParticipantSummary))
            .WithSummary("Places, counts by state and quotas of units");
        people
            .MapPost("/", NominateAsync)
            .WithName(nameof(NominateParticipants))
            .WithSummary("Put employees on the list")
            .WithDescription(
                "An officer chooses anybody, a coordinator people of the own unit within its quota. Good ones come in, the "
                    + "others are named; when nobody can be taken the whole act is refused. Refusals: "
                    + "participant.employee_unknown, participant.employee_left, participant.already_listed, "
                    + "participant.unit_quota_reached, training.no_participants_now."
            );
        people
            .MapPost("/external", AddExternalAsync)
            .WithName(nameof(AddExternalParticipant))
            .WithSummary("Put somebody from outside on the list")
            .WithDescription(
                "By name and address of mail. Refused while nobody is let in (`training.no_participants_now`) and when the address is on the list already."
            );
        people
            .MapPost("/import", ImportAsync)
            .DisableAntiforgery()
            .WithName(nameof(ImportParticipants))
            .WithSummary("Put people on the list from a spreadsheet (NIP, Nama, Unit)")
            .WithDescription("`preview=true` changes nothing and shows every row with its errors.");
        people
            .MapPost("/invite", InviteAsync)
            .WithName(nameof(InviteParticipants))
            .WithSummary("Invite by e-mail; beyond the quota onto the reserve list")
            .WithDescription(
                "Without ids everybody approved, in the order of nomination. Refusals: participant.overlaps, "
                    + "training.reserve_full, participant.is_nominated and the other states."
            );
        people
            .MapPost("/{participantId:guid}/confirmation", ConfirmAsync)
            .WithName(nameof(ConfirmParticipation))
            .WithSummary("Take or decline a place while signed in")
            .WithDescription(
                "The quota holds under any load: when the last place has gone the answer is 200 with the state `reserve`, "
                    + "the rank and a notice training.quota_full. Refusals: participant.overlaps, training.reserve_full."
            );
        people
            .MapPost("/withdraw", WithdrawAsync)
            .WithName(nameof(WithdrawParticipant))
            .WithSummary("Take people off the list, with a reason")
            .WithDescription("Each place that becomes free is offered to the next on the reserve list.");
        people
            .MapPost("/{participantId:guid}/replace", ReplaceAsync)
            .WithName(nameof(ReplaceParticipant))
            .WithSummary("Swap somebody by hand")
            .WithDescription(
                "Whoever leaves hands the seat on in one step. Refused when the newcomer is unknown here (`participant.replacement_unknown`) or busy on these days (`participant.overlaps`)."
            );
        people
            .MapPost("/{participantId:guid}/mail", SendMailAsync)
            .WithName(nameof(SendParticipantMail))
            .WithSummary("Send the invitation or the personal link once more; the link before stops working")
            .WithDescription(
                "With a better address for somebody from outside. Refusals: participant.no_address, "
                    + "participant.address_from_record, participant.is_confirmed and the other states."
            );
        people
            .MapGet("/invitations", InvitationsAsync)
            .WithName(nameof(ListInvitations))
            .WithSummary("Every invitation and reserve offer, with its answer");
        people
            .MapGet("/recommendations", RecommendAsync)
            .WithName(nameof(RecommendParticipants))
            .WithSummary("Whom the system would send: target group, largest JP shortage first");
        api.MapGet("/participants/template", TemplateAsync)
            .WithTags("Participants")
            .WithName(nameof(GetParticipantTemplate))
            .WithSummary("Empty spreadsheet for the import")
            .ProducesFile(FileContract.Xlsx);
    }

    private static async Task<Results<Ok<Page<ParticipantRow>>, JsonHttpResult<Problem>>> ListAsync(
        Guid trainingId,
        IMediator mediator,
        CancellationToken cancellationToken,
        ParticipantState[]? state = null,
        Guid? unitId = null,
        string? q = null,
        string? sort = null,
        int? page = null,
        int? size = null
    ) =>
        (
            await mediator.Send(
                new ListParticipants(trainingId, state ?? [], unitId, q, sort, PageRequest.From(page, size)),
                cancellationToken
            )
        ).ToOk();

    private static async Task<Results<PushStreamHttpResult, JsonHttpResult<Problem>>> ExportAsync(
        Guid trainingId,
        IMediator mediator,
        ISpreadsheetWriter writer,
        CancellationToken cancellationToken,
        ParticipantState[]? state = null,
        Guid? unitId = null,
        string? q = null,
        string? sort = null,
        SpreadsheetFormat format = SpreadsheetFormat.Xlsx
    )
    {
        var request = new ExportParticipants(trainingId, state ?? [], unitId, q, sort, format);
        return (await mediator.Send(request, cancellationToken)).ToFile(writer, cancellationToken);
    }

    private static async Task<Results<Ok<ParticipantSummary>, JsonHttpResult<Problem>>> SummaryAsync(
        Guid trainingId,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetParticipantSummary(trainingId), cancellationToken)).ToOk();

    private static async Task<Results<Ok<NominatedPeopleAnswer>, JsonHttpResult<Problem>>> NominateAsync(
        Guid trainingId,
        NominateBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new NominateParticipants(trainingId, body.EmployeeIds ?? [], body.Note, body.Recommended),
                cancellationToken
            )
        ).ToOk(NominatedPeopleAnswer.From);

    private static async Task<Results<Ok<AddedPerson>, JsonHttpResult<Problem>>> AddExternalAsync(
        Guid trainingId,
        ExternalBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new AddExternalParticipant(
                    trainingId,
                    body.Name ?? "",
                    body.Email ?? "",
                    body.Institution,
                    body.IdentityNumber
                ),
                cancellationToken
            )
        ).ToOk();

    private static async Task<Results<Ok<ImportedParticipantsAnswer>, JsonHttpResult<Problem>>> ImportAsync(
        Guid trainingId,
        IFormFile file,
        IMediator mediator,
        CancellationToken cancellationToken,
        bool preview = false
    )
    {
        await using var content = file.OpenReadStream();
        var imported = await mediator.Send(new ImportParticipants(trainingId, content, preview), cancellationToken);
        return imported.ToOk(ImportedParticipantsAnswer.From);
    }

    private static async Task<Results<Ok<BulkAnswer>, JsonHttpResult<Problem>>> InviteAsync(
        Guid trainingId,
        InviteBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (await mediator.Send(new InviteParticipants(trainingId, body.ParticipantIds ?? []), cancellationToken)).ToOk(
            BulkAnswer.From
        );

    private static async Task<Results<Ok<ParticipationAnswer>, JsonHttpResult<Problem>>> ConfirmAsync(
        Guid trainingId,
        Guid participantId,
        AnswerBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new ConfirmParticipation(trainingId, participantId, body.Confirm, body.Reason),
                cancellationToken
            )
        ).ToOk(ParticipationAnswer.From);

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> SendMailAsync(
        Guid trainingId,
        Guid participantId,
        ParticipantMailBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(new SendParticipantMail(trainingId, participantId, body.Email), cancellationToken)
        ).ToNoContent();

    private static async Task<Results<Ok<BulkAnswer>, JsonHttpResult<Problem>>> WithdrawAsync(
        Guid trainingId,
        WithdrawBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new WithdrawParticipant(trainingId, body.ParticipantIds ?? [], body.Reason ?? ""),
                cancellationToken
            )
        ).ToOk(BulkAnswer.From);

    private static async Task<Results<Ok<ParticipationAnswer>, JsonHttpResult<Problem>>> ReplaceAsync(
        Guid trainingId,
        Guid participantId,
        ReplaceBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new ReplaceParticipant(trainingId, participantId, body.ReplacementId, body.Reason ?? ""),
                cancellationToken
            )
        ).ToOk(ParticipationAnswer.From);

    private static async Task<Results<Ok<Page<InvitationRow>>, JsonHttpResult<Problem>>> InvitationsAsync(
        Guid trainingId,
        IMediator mediator,
        CancellationToken cancellationToken,
        InvitationKind? kind = null,
        int? page = null,
        int? size = null
    ) =>
        (
            await mediator.Send(new ListInvitations(trainingId, kind, PageRequest.From(page, size)), cancellationToken)
        ).ToOk();

    private static async Task<Results<Ok<Page<RecommendedPerson>>, JsonHttpResult<Problem>>> RecommendAsync(
        Guid trainingId,
        IMediator mediator,
        CancellationToken cancellationToken,
        Guid? unitId = null,
        int? page = null,
        int? size = null
    ) =>
        (
            await mediator.Send(
                new RecommendParticipants(trainingId, unitId, PageRequest.From(page, size)),
                cancellationToken
            )
        ).ToOk();

    private static async Task<Results<FileContentHttpResult, JsonHttpResult<Problem>>> TemplateAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var file = await mediator.Send(new GetParticipantTemplate(), cancellationToken);
        return file.IsSuccess
            ? TypedResults.File(file.Value, FileContract.Xlsx, "peserta.xlsx")
            : Problems.From(file.Errors);
    }
}
