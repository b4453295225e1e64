using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public static class AttendanceErrors
{
    public static Error NotConfirmed() => Error.Rule("attendance.not_confirmed");

    public static Error BeforeStart(SessionTime session) =>
        Error.Rule("attendance.before_start", ("date", session.Date), ("start", session.Start));

    public static Error MinutesOutOfRange(int maximum) =>
        Error.Invalid("attendance.minutes_out_of_range", "minutes", ("maximum", maximum));

    public static Error CorrectionNeedsReason() => Error.Conflict("attendance.correction_needs_reason");

    public static Error ReasonTooLong(int maximum) =>
        Error.Invalid("attendance.reason_too_long", "reason", ("maximum", maximum));

    public static Error NobodyMarked() => Error.Invalid("attendance.nobody_marked", "marks");

    public static Error TooMany(int maximum) => Error.Invalid("attendance.too_many", "marks", ("maximum", maximum));

    public static Error StatusUnknown(string text) =>
        Error.Invalid("attendance.status_unknown", "status", ("text", text));

    public static Error TrainingNotRunning() => Error.Conflict("attendance.training_not_running");

    public static Error SessionMarked(Session session) =>
        Error.Rule("attendance.session_marked", ("date", session.Date), ("start", session.Start)) with
        {
            Field = "date",
        };

    public static Error SessionHasMarks() => Error.Rule("attendance.session_has_marks");

    public static Error MarkedMeanwhile() => Error.Conflict("attendance.marked_meanwhile");
}
