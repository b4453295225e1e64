using Pionir.Domain.Common;

namespace Pionir.Domain.LearningHours;

public static class YearClosingErrors
{
    public static Error NotOver(int year) => Error.Rule("jp_year.not_over", ("year", year), ("next", year + 1));

    public static Error AlreadyClosed() => Error.Conflict("jp_year.already_closed");

    public static Error NotClosed() => Error.Conflict("jp_year.not_closed");

    public static Error ReasonTooShort(int minimum) =>
        Error.Invalid("jp_year.reason_too_short", "reason", ("minimum", minimum));
}
