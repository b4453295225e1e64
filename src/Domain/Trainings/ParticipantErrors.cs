using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public static class ParticipantErrors
{
    public static Error NotFound() => Error.NotFound("participant.not_found");

    /// <summary>One code for each state, so that the text can say what is so and what to do now.</summary>
    public static Error NotWhile(ParticipantState state) =>
        Error.Conflict($"participant.is_{state.ToString().ToLowerInvariant()}");

    public static Error ReasonRequired() => Error.Invalid("participant.reason_required", "reason");

    public static Error OwnSubmission() => Error.Rule("participant.own_submission");

    public static Error NobodyChosen() => Error.Invalid("participant.nobody_chosen", "participants");

    public static Error AlreadyListed(string name) => Error.Conflict("participant.already_listed", ("name", name));

    public static Error Overlaps(string name, string training) =>
        Error.Rule("participant.overlaps", ("name", name), ("training", training));

    public static Error EmployeeUnknown(string number) =>
        Error.Invalid("participant.employee_unknown", "employees", ("number", number));

    public static Error EmployeeLeft(string name) =>
        Error.Invalid("participant.employee_left", "employees", ("name", name));

    public static Error UnitQuotaReached(string unit, int places) =>
        Error.Rule("participant.unit_quota_reached", ("unit", unit), ("places", places));

    public static Error ExternalNameRequired() => Error.Invalid("participant.external_name_required", "name");

    public static Error ExternalEmailRequired() => Error.Invalid("participant.external_email_required", "email");

    public static Error ScoreOutOfRange() => Error.Invalid("participant.score_out_of_range", "score");

    public static Error NoSeat() => Error.Rule("participant.no_seat");

    public static Error SameAsReplaced() => Error.Invalid("participant.same_as_replaced", "replacement");
}
