using Pionir.Api.Errors;
using Pionir.Application.Trainings.Commands;
using Pionir.Application.Trainings.Participation;
using Pionir.Application.Trainings.Queries;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Api.Endpoints;

/// <summary>Somebody the act could not be done for, and why, in both languages.</summary>
public sealed record RefusedPersonAnswer(
    Guid? EmployeeId,
    string? Number,
    string? Name,
    IReadOnlyList<ProblemItem> Errors
)
{
    internal static RefusedPersonAnswer From(RefusedPerson refused) =>
        new(refused.EmployeeId, refused.Number, refused.Name, Wording.Of(refused.Errors));
}

/// <param name="Added">Now on the list.</param>
/// <param name="Refused">Left out; the others are not affected.</param>
public sealed record NominatedPeopleAnswer(IReadOnlyList<AddedPerson> Added, IReadOnlyList<RefusedPersonAnswer> Refused)
{
    internal static NominatedPeopleAnswer From(NominatedPeople outcome) =>
        new(outcome.Added, [.. outcome.Refused.Select(RefusedPersonAnswer.From)]);
}

/// <param name="ReserveRank">Place on the reserve list.</param>
/// <param name="Notice">
/// Why the person waits on the reserve list instead (training.quota_full), or that nobody can write to them
/// (participant.no_address).
/// </param>
/// <param name="CanTakeBack">A decision that nobody has been told of yet: TakeBackDecisions takes it back for a moment.</param>
public sealed record ParticipationAnswer(
    Guid ParticipantId,
    ParticipantState State,
    int? ReserveRank,
    ProblemItem? Notice,
    bool CanTakeBack
)
{
    internal static ParticipationAnswer From(ParticipationOutcome outcome) =>
        new(outcome.ParticipantId, outcome.State, outcome.ReserveRank, Wording.Of(outcome.Notice), outcome.CanTakeBack);
}

/// <param name="ReservesOffered">People on the reserve list who were offered a place that became free by it.</param>
public sealed record BulkAnswer(
    IReadOnlyList<ParticipationAnswer> Done,
    IReadOnlyList<RefusedPersonAnswer> Refused,
    int ReservesOffered
)
{
    internal static BulkAnswer From(BulkOutcome outcome) =>
        new(
            [.. outcome.Done.Select(ParticipationAnswer.From)],
            [.. outcome.Refused.Select(RefusedPersonAnswer.From)],
            outcome.ReservesOffered
        );
}

/// <param name="Row">As the spreadsheet numbers it; the header is usually row 1.</param>
public sealed record ImportedRowAnswer(
    int Row,
    string Number,
    string Name,
    string Unit,
    string? RecordedUnit,
    IReadOnlyList<ProblemItem> Errors
);

/// <param name="Rows">Every row in a preview; only the refused ones otherwise.</param>
public sealed record ImportedParticipantsAnswer(int Accepted, int Refused, IReadOnlyList<ImportedRowAnswer> Rows)
{
    internal static ImportedParticipantsAnswer From(ImportedParticipants imported) =>
        new(
            imported.Accepted,
            imported.Refused,
            [
                .. imported.Rows.Select(row => new ImportedRowAnswer(
                    row.Row,
                    row.Number,
                    row.Name,
                    row.Unit,
                    row.RecordedUnit,
                    Wording.Of(row.Errors)
                )),
            ]
        );
}

/// <param name="Refusal">Why the link can no longer be used: expired, used or cancelled.</param>
/// <param name="FirstSession">The session that comes first; none while there is no timetable, or when all are over.</param>
public sealed record InvitationAnswerView(
    string Name,
    string Training,
    DateOnly Start,
    DateOnly End,
    string? Venue,
    string? City,
    int Jp,
    InvitationKind Kind,
    DateTimeOffset ExpiresAt,
    ParticipantState State,
    int? ReserveRank,
    bool CanAnswer,
    ProblemItem? Refusal,
    InvitedSession? FirstSession
)
{
    internal static InvitationAnswerView From(InvitationQuestion asked) =>
        new(
            asked.Name,
            asked.Training,
            asked.Start,
            asked.End,
            asked.Venue,
            asked.City,
            asked.Jp,
            asked.Kind,
            asked.ExpiresAt,
            asked.State,
            asked.ReserveRank,
            asked.CanAnswer,
            Wording.Of(asked.Refusal),
            asked.FirstSession
        );
}

/// <param name="SeatsLeft">Places nobody has confirmed.</param>
/// <param name="MyState">Where I stand when I am on the list already.</param>
/// <param name="WhyNot">Why I may not apply.</param>
public sealed record CatalogueAnswer(
    Guid TrainingId,
    string Title,
    string? Batch,
    string? Audience,
    DateOnly Start,
    DateOnly End,
    int Jp,
    string? Venue,
    string? City,
    int Quota,
    int SeatsLeft,
    DateOnly ApplicationsUntil,
    ParticipantState? MyState,
    bool CanApply,
    ProblemItem? WhyNot
)
{
    internal static CatalogueAnswer From(CatalogueEntry entry) =>
        new(
            entry.TrainingId,
            entry.Title,
            entry.Batch,
            entry.Audience,
            entry.Start,
            entry.End,
            entry.Jp,
            entry.Venue,
            entry.City,
            entry.Quota,
            entry.SeatsLeft,
            entry.ApplicationsUntil,
            entry.MyState,
            entry.CanApply,
            Wording.Of(entry.WhyNot)
        );
}

/// <summary>Refusals inside an answer that succeeded, worded like those of a problem document.</summary>
internal static class Wording
{
    public static IReadOnlyList<ProblemItem> Of(IReadOnlyList<Error> errors) => [.. errors.Select(error => Of(error)!)];

    public static ProblemItem? Of(Error? error)
    {
        if (error is null)
            return null;
        var (id, en) = ErrorTexts.Of(error);
        return new ProblemItem(error.Code, error.Field, id, en);
    }
}
