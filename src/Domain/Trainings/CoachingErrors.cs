using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public static class CoachingErrors
{
    public static Error NotFound() => Error.NotFound("coaching.not_found");

    public static Error TermsMissing() => Error.Invalid("coaching.terms_missing", "goal");

    public static Error MeetingsOutOfRange(int maximum) =>
        Error.Invalid("coaching.meetings_out_of_range", "agreedMeetings", ("maximum", maximum));

    public static Error MeetingInFuture() => Error.Rule("coaching.meeting_in_future");

    public static Error MinutesOutOfRange(int maximum) =>
        Error.Invalid("coaching.minutes_out_of_range", "minutes", ("maximum", maximum));

    public static Error TopicMissing() => Error.Invalid("coaching.topic_missing", "topic");
}
