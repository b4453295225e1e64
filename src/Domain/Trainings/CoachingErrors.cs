using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public static class CoachingErrors
{
    public static Error NotFound() => Error.NotFound("coaching.not_found");

    /// <summary>HR's record names no superior, or the person is not an employee.</summary>
    public static Error SuperiorMissing(string name) => Error.Rule("coaching.superior_missing", ("name", name));

    public static Error NotSupervised() => Error.Invalid("coaching.not_supervised", "kind");

    public static Error TermsMissing() => Error.Invalid("coaching.terms_missing", "goal");

    public static Error MeetingsOutOfRange(int maximum) =>
        Error.Invalid("coaching.meetings_out_of_range", "agreedMeetings", ("maximum", maximum));

    public static Error MeetingInFuture() => Error.Rule("coaching.meeting_in_future");

    public static Error MinutesOutOfRange(int maximum) =>
        Error.Invalid("coaching.minutes_out_of_range", "minutes", ("maximum", maximum));

    public static Error TopicMissing() => Error.Invalid("coaching.topic_missing", "topic");
}
