using Pionir.Domain.Common;

namespace Pionir.Domain.Certificates;

public static class NumberSeriesErrors
{
    public static Error PatternUsed(int year) => Error.Conflict("number_series.pattern_used", ("year", year));

    public static Error UnitNotFound() => Error.Invalid("number_series.unit_not_found", "unitId");

    public static Error VoidReasonTooShort(int minimum) =>
        Error.Invalid("void_number.reason_too_short", "reason", ("minimum", minimum));

    public static Error NotFound() => Error.NotFound("number_series.not_found");

    public static Error AlreadyExists() => Error.Conflict("number_series.already_exists");

    public static Error NumberTaken() => Error.Conflict("number_series.number_taken");

    public static Error StartInvalid() => Error.Invalid("number_series.start_invalid", "startAt");

    public static Error YearOutOfRange(int least, int most) =>
        Error.Invalid("number_series.year_out_of_range", "year", ("least", least), ("most", most));
}
