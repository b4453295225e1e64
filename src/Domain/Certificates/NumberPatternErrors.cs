using Pionir.Domain.Common;

namespace Pionir.Domain.Certificates;

public static class NumberPatternErrors
{
    public static Error Length(int maximum) => Error.Invalid("number_pattern.length", "pattern", ("maximum", maximum));

    public static Error Characters() => Error.Invalid("number_pattern.characters", "pattern");

    public static Error Braces() => Error.Invalid("number_pattern.braces", "pattern");

    public static Error UnknownField(string field) =>
        Error.Invalid("number_pattern.unknown_field", "pattern", ("field", field));

    public static Error SequenceMissing() => Error.Invalid("number_pattern.sequence_missing", "pattern");

    public static Error SequenceTwice() => Error.Invalid("number_pattern.sequence_twice", "pattern");

    public static Error SequenceRunsInto() => Error.Invalid("number_pattern.sequence_runs_into", "pattern");

    public static Error YearMissing() => Error.Invalid("number_pattern.year_missing", "pattern");

    public static Error UnitMissing() => Error.Invalid("number_pattern.unit_missing", "pattern");
}
