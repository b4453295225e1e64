using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Attendance;
using Pionir.Application.Trainings.Commands;
using Pionir.Application.Trainings.Queries;

namespace Pionir.Api.Endpoints;

public sealed class AttendanceEndpoints : IEndpoints
{
    private const string Pdf = "application/pdf";

    public static void Map(IEndpointRouteBuilder api)
    {
        var training = api.MapGroup("/trainings/{trainingId:guid}").WithTags("Attendance");
        training
            .MapGet("/attendance", ListAsync)
            .WithName(nameof(ListAttendance))
            .WithSummary("People against sessions, with all marks");
        var session = training.MapGroup("/sessions/{sessionId:guid}");
        session
            .MapPost("/attendance", RecordAsync)
            .WithName(nameof(RecordAttendance))
            .WithSummary("Mark many people of a session")
            .WithDescription(
                "Ids are made by the sender: the same mark sent twice is stored once. A mark that differs from the one that "
                    + "counts needs a reason. Refusals per mark: attendance.not_confirmed, attendance.before_start, "
                    + "attendance.minutes_out_of_range, attendance.correction_needs_reason; when every mark is refused, "
                    + "the whole act is."
            );
        session
            .MapPost("/attendance/import", ImportAsync)
            .DisableAntiforgery()
            .WithName(nameof(ImportAttendance))
            .WithSummary("Marks from a spreadsheet (NIP, Status, Menit, Alasan)")
            .WithDescription(
                "Rows that cannot be taken are answered one by one (`attendance.status_unknown`, `attendance.minutes_out_of_range`, `participant.number_ambiguous`); the others are marked."
            );
        session
            .MapGet("/attendance/{participantId:guid}/history", HistoryAsync)
            .WithName(nameof(GetAttendanceHistory))
            .WithSummary("All marks of a person in a session, with the reasons of corrections");
        session
            .MapGet("/check-in", CheckInViewAsync)
            .WithName(nameof(GetCheckIn))
            .WithSummary("The code to show in class now");
        session
            .MapPost("/check-in", OpenAsync)
            .WithName(nameof(OpenCheckIn))
            .WithSummary("Let people check in by themselves for some minutes; 0 closes")
            .WithDescription(
                "Only while the training runs (`attendance.training_not_running`). A new window ends the one before."
            );
        session
            .MapGet("/sign-sheet", SignSheetAsync)
            .WithName(nameof(GetSignSheet))
            .WithSummary("Daftar hadir to be signed on paper (PDF)")
            .ProducesFile(Pdf);
        api.MapPost("/check-ins", CheckInAsync)
            .WithTags("Attendance")
            .WithName(nameof(CheckIn))
            .WithSummary("Mark the own attendance with the code shown in class")
            .WithDescription(
                "Refusals: check_in.wrong_code, check_in.closed, check_in.already_used, check_in.not_participant."
            );
    }

    private static async Task<Results<Ok<AttendanceGrid>, JsonHttpResult<Problem>>> ListAsync(
        Guid trainingId,
        IMediator mediator,
        CancellationToken cancellationToken,
        string? q = null,
        int? page = null,
        int? size = null
    ) =>
        (
            await mediator.Send(new ListAttendance(trainingId, q, PageRequest.From(page, size)), cancellationToken)
        ).ToOk();

    private static async Task<Results<Ok<RecordedAttendance>, JsonHttpResult<Problem>>> RecordAsync(
        Guid trainingId,
        Guid sessionId,
        MarksBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (await mediator.Send(new RecordAttendance(trainingId, sessionId, body.Marks ?? []), cancellationToken)).ToOk(
            RecordedAttendance.From
        );

    private static async Task<Results<Ok<ImportedParticipantsAnswer>, JsonHttpResult<Problem>>> ImportAsync(
        Guid trainingId,
        Guid sessionId,
        IFormFile file,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        await using var content = file.OpenReadStream();
        var imported = await mediator.Send(new ImportAttendance(trainingId, sessionId, content), cancellationToken);
        return imported.ToOk(done =>
            ImportedParticipantsAnswer.From(new ImportedParticipants(done.Accepted, done.Refused, done.Rows))
        );
    }

    private static async Task<Results<Ok<IReadOnlyList<AttendanceHistoryLine>>, JsonHttpResult<Problem>>> HistoryAsync(
        Guid trainingId,
        Guid sessionId,
        Guid participantId,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (await mediator.Send(new GetAttendanceHistory(trainingId, sessionId, participantId), cancellationToken)).ToOk();

    private static async Task<Results<Ok<CheckInView>, JsonHttpResult<Problem>>> CheckInViewAsync(
        Guid trainingId,
        Guid sessionId,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetCheckIn(trainingId, sessionId), cancellationToken)).ToOk();

    private static async Task<Results<Ok<CheckInView>, JsonHttpResult<Problem>>> OpenAsync(
        Guid trainingId,
        Guid sessionId,
        CheckInWindowBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new OpenCheckIn(trainingId, sessionId, body.Minutes), cancellationToken)).ToOk();

    private static async Task<Results<FileContentHttpResult, JsonHttpResult<Problem>>> SignSheetAsync(
        Guid trainingId,
        Guid sessionId,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var file = await mediator.Send(new GetSignSheet(trainingId, sessionId), cancellationToken);
        return file.IsSuccess ? TypedResults.File(file.Value, Pdf, "daftar-hadir.pdf") : Problems.From(file.Errors);
    }

    private static async Task<Results<Ok<CheckedIn>, JsonHttpResult<Problem>>> CheckInAsync(
        CheckInBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new CheckIn(body.Code ?? "", body.SessionId), cancellationToken)).ToOk();
}

public sealed record MarksBody(IReadOnlyList<MarkRequest>? Marks);

/// <param name="Minutes">None: as the institution has set it; 0 closes.</param>
public sealed record CheckInWindowBody(int? Minutes = null);

/// <param name="SessionId">From the QR code; not needed with the code typed.</param>
public sealed record CheckInBody(string? Code, Guid? SessionId = null);

/// <param name="Refusal">Why this mark was not taken; the others are not affected.</param>
public sealed record MarkAnswer(Guid Id, Guid ParticipantId, MarkResult Result, ProblemItem? Refusal);

public sealed record RecordedAttendance(int Stored, int Unchanged, int Refused, IReadOnlyList<MarkAnswer> Marks)
{
    internal static RecordedAttendance From(IReadOnlyList<MarkOutcome> outcomes) =>
        new(
            outcomes.Count(outcome => outcome.Result == MarkResult.Stored),
            outcomes.Count(outcome => outcome.Result == MarkResult.Unchanged),
            outcomes.Count(outcome => outcome.Result == MarkResult.Refused),
            [
                .. outcomes.Select(outcome => new MarkAnswer(
                    outcome.Id,
                    outcome.ParticipantId,
                    outcome.Result,
                    Wording.Of(outcome.Refusal)
                )),
            ]
        );
}
