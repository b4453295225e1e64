using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public static class ParticipantErrors
{
    public static Error CertificateIssuedHere() => Error.Rule("participant.certificate_issued_here");

    public static Error NotFound() => Error.NotFound("participant.not_found");

    /// <summary>One code for each state, so that the text can say what is so and what to do now.</summary>
    public static Error NotWhile(ParticipantState state) =>
        Error.Conflict(
            state switch
            {
                ParticipantState.Nominated => "participant.is_nominated",
                ParticipantState.Approved => "participant.is_approved",
                ParticipantState.Rejected => "participant.is_rejected",
                ParticipantState.Invited => "participant.is_invited",
                ParticipantState.Confirmed => "participant.is_confirmed",
                ParticipantState.Declined => "participant.is_declined",
                ParticipantState.Reserve => "participant.is_reserve",
                ParticipantState.Withdrawn => "participant.is_withdrawn",
                ParticipantState.Replaced => "participant.is_replaced",
                ParticipantState.Attended => "participant.is_attended",
                ParticipantState.Passed => "participant.is_passed",
                _ => "participant.is_failed",
            }
        );

    public static Error ReasonRequired() => Error.Invalid("participant.reason_required", "reason");

    public static Error OwnSubmission() => Error.Rule("participant.own_submission");

    /// <summary>Somebody else's, or too long ago: others may build on it by now.</summary>
    public static Error DecisionStands() => Error.Conflict("participant.decision_stands");

    public static Error RejectionTold(string name) => Error.Rule("participant.rejection_told", ("name", name));

    /// <summary>Invited, but nobody can write to them.</summary>
    public static Error NoAddress(string name) => Error.Rule("participant.no_address", ("name", name));

    public static Error AddressFromRecord() => Error.Rule("participant.address_from_record");

    public static Error NobodyChosen() => Error.Invalid("participant.nobody_chosen", "participants");

    public static Error AlreadyListed(string name) => Error.Conflict("participant.already_listed", ("name", name));

    public static Error Overlaps(string name, string training) =>
        Error.Rule("participant.overlaps", ("name", name), ("training", training));

    public static Error EmployeeUnknown(string number) =>
        Error.Invalid("participant.employee_unknown", "employees", ("number", number));

    /// <summary>Several people have it, each by another kind of identity.</summary>
    public static Error NumberAmbiguous(string number) =>
        Error.Invalid("participant.number_ambiguous", "employees", ("number", number));

    public static Error EmployeeLeft(string name) =>
        Error.Invalid("participant.employee_left", "employees", ("name", name));

    public static Error UnitQuotaReached(string unit, int places) =>
        Error.Rule("participant.unit_quota_reached", ("unit", unit), ("places", places));

    public static Error ExternalNameRequired() => Error.Invalid("participant.external_name_required", "name");

    public static Error ExternalEmailRequired() => Error.Invalid("participant.external_email_required", "email");

    public static Error ScoreOutOfRange() => Error.Invalid("participant.score_out_of_range", "score");

    public static Error SameAsReplaced() => Error.Invalid("participant.same_as_replaced", "replacement");

    /// <summary>Somebody else put the same person on the list at this moment.</summary>
    public static Error ListedMeanwhile() => Error.Conflict("participant.listed_meanwhile");

    public static Error UnitUnknown() => Error.Invalid("participant.unit_unknown", "quotas");

    /// <summary>The training moves onto days on which some of its people sit elsewhere.</summary>
    /// <param name="people">The first of them, each with the other training.</param>
    public static Error MovedOntoAnother(int count, IReadOnlyList<string> people, int more) =>
        Error.Rule(
            more > 0 ? "participant.moved_onto_others" : "participant.moved_onto_another",
            ("count", count),
            ("people", people),
            ("more", more)
        ) with
        {
            Field = "start",
        };

    /// <summary>Somebody else gave one of them a place elsewhere at this moment.</summary>
    public static Error OverlapsAnother() => Error.Rule("participant.overlaps_another");

    public static Error TooMany(int maximum) =>
        Error.Invalid("participant.too_many", "participants", ("maximum", maximum));

    public static readonly Error NumberMissing = Error.Invalid("participant.number_missing", "employees");

    public static Error NumberTwice(string number) =>
        Error.Invalid("participant.number_twice", "employees", ("number", number));

    public static Error NameDiffers(string given, string known) =>
        Error.Invalid("participant.name_differs", "name", ("given", given), ("known", known));

    /// <summary>A person of another training: from here it does not exist.</summary>
    public static Error ReplacementUnknown() => Error.Invalid("participant.replacement_unknown", "replacement");

    public static Error ApplicationClosed() => Error.Rule("participant.application_closed");

    public static Error ApplicationNeedsEmployee() => Error.Rule("participant.application_needs_employee");
}
