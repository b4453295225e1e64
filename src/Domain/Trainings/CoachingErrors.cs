using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public static class CoachingErrors
{
    public static Error NotFound() => Error.NotFound("coaching.not_found");

    /// <summary>HR's record names no superior, or the person is not an employee.</summary>
    public static Error SuperiorMissing(string name) => Error.Rule("coaching.superior_missing", ("name", name));

    public static Error NotSupervised() => Error.Invalid("coaching.not_supervised", "kind");

    public static Error MeetingNotFound() => Error.NotFound("coaching.meeting_not_found");

    public static Error TermsMissing() => Error.Invalid("coaching.terms_missing", "goal");

    public static Error MeetingsOutOfRange(int maximum) =>
        Error.Invalid("coaching.meetings_out_of_range", "agreedMeetings", ("maximum", maximum));

    /// <summary>A first one, from a window that had not seen the other.</summary>
    public static Error AlreadyMade() => Error.Conflict("coaching.already_made");

    public static Error NotWhile(TrainingState state) => Error.Rule("coaching.not_while", ("state", state));

    public static Error MeetingOutsideDates(DateOnly start, DateOnly end) =>
        Error.Invalid("coaching.meeting_outside_training", "heldOn", ("start", start), ("end", end));

    public static Error MeetingNoted(DateOnly on) =>
        Error.Conflict("coaching.meeting_noted", ("date", on)) with
        {
            Field = "heldOn",
        };

    public static Error MeetingInFuture() => Error.Rule("coaching.meeting_in_future");

    public static Error MinutesOutOfRange(int maximum) =>
        Error.Invalid("coaching.minutes_out_of_range", "minutes", ("maximum", maximum));

    public static Error TopicMissing() => Error.Invalid("coaching.topic_missing", "topic");
}
