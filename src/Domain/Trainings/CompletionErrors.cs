using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public static class CompletionErrors
{
    public static Error AttendancePercentOutOfRange() =>
        Error.Invalid("completion.attendance_percent_out_of_range", "minimumAttendancePercent");

    public static Error ScoreOutOfRange() => Error.Invalid("completion.score_out_of_range", "minimumPostTestScore");

    public static Error EvaluationNotAvailable() =>
        Error.Invalid("completion.evaluation_not_available", "evaluationRequired");

    public static Error AlreadyCompleted() => Error.Conflict("completion.already_completed");

    public static Error SessionsNotOver(Session last) =>
        Error.Rule("completion.sessions_not_over", ("date", last.Date), ("end", last.End));

    public static Error NotOver(DateOnly end) => Error.Rule("completion.training_not_over", ("end", end));

    public static Error CertificatesMissing(int count) =>
        Error.Rule("completion.certificates_missing", ("count", count));

    public static Error CertificatesOutdated(int count) =>
        Error.Rule("completion.certificates_outdated", ("count", count));

    public static Error ScoreChanged(string name, decimal? score) =>
        Error.Conflict("completion.score_changed", ("name", name), ("score", score ?? (object)"–"));

    public static Error NothingMeasured(int count) =>
        Error.Invalid("completion.nothing_measured", "reason", ("count", count));

    public static Error NobodyTookPart() => Error.Rule("completion.nobody_took_part");
}
