using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.ReferenceData;

public static class ReferenceItemErrors
{
    public static Error NotFound(Guid id) => Error.NotFound("reference_item.not_found", ("id", id));

    public static Error CodeInvalid(string code) =>
        Error.Invalid("reference_item.code_invalid", "code", ("code", code), ("maximum", ReferenceItem.CodeMaximum));

    public static Error CodeNotOffered(string code, IReadOnlyList<string> known) =>
        Error.Invalid("reference_item.code_not_offered", "code", ("code", code), ("known", string.Join(", ", known)));

    public static Error NameMissing(string field) => Error.Invalid("reference_item.name_missing", field);

    public static Error TextTooLong(string field, int maximum) =>
        Error.Invalid("reference_item.text_too_long", field, ("maximum", maximum));

    public static Error CitationMissing() => Error.Invalid("reference_item.citation_missing", "citation");

    public static Error EndBeforeStart(DateOnly from, DateOnly to) =>
        Error.Invalid("reference_item.end_before_start", "validTo", ("from", from), ("to", to));

    public static Error Overlaps(string code, DateOnly from, DateOnly? to) =>
        Error.Conflict("reference_item.overlaps", ("code", code), ("from", from), ("to", to));

    /// <summary>What the exclusion constraint answers when two people add at once.</summary>
    public static Error OverlapsNow() => Error.Conflict("reference_item.overlaps_now");

    public static Error ValuesNotAnObject() => Error.Invalid("reference_item.values_not_an_object", "values");

    public static Error ValueUnknown(string name, ReferenceKind kind) =>
        Error.Invalid(
            "reference_item.value_unknown",
            $"values.{name}",
            ("name", name),
            ("known", string.Join(", ", ReferenceShape.Of(kind).Select(field => field.Name)))
        );

    public static Error ValueMissing(string name) =>
        Error.Invalid("reference_item.value_missing", $"values.{name}", ("name", name));

    public static Error ValueWrongType(ReferenceField field) =>
        Error.Invalid(
            "reference_item.value_wrong_type",
            $"values.{field.Name}",
            ("name", field.Name),
            ("type", field.Type.ToString())
        );

    public static Error ValueTooLong(ReferenceField field) =>
        Error.Invalid(
            "reference_item.value_too_long",
            $"values.{field.Name}",
            ("name", field.Name),
            ("maximum", field.Length)
        );

    public static Error ValueOutOfRange(ReferenceField field, int value) =>
        Error.Invalid(
            "reference_item.value_out_of_range",
            $"values.{field.Name}",
            ("name", field.Name),
            ("value", value),
            ("minimum", field.Minimum),
            ("maximum", field.Maximum)
        );

    public static Error ValueNotAChoice(ReferenceField field) =>
        Error.Invalid(
            "reference_item.value_not_a_choice",
            $"values.{field.Name}",
            ("name", field.Name),
            ("choices", string.Join(", ", field.Choices ?? []))
        );

    public static Error ValueRefersToNothing(ReferenceField field, string code) =>
        Error.Invalid(
            "reference_item.value_refers_to_nothing",
            $"values.{field.Name}",
            ("name", field.Name),
            ("code", code)
        );

    public static Error OneOfTwo(string first, string second) =>
        Error.Invalid("reference_item.one_of_two", $"values.{second}", ("first", first), ("second", second));

    public static Error ValueWithoutEffect(string name) =>
        Error.Invalid("reference_item.value_without_effect", $"values.{name}", ("name", name));

    /// <summary>Rules change only where it is shown first whom the change meets.</summary>
    public static Error ChangedElsewhere() => Error.Rule("reference_item.changed_elsewhere");

    public static Error MinimumAboveMaximum(string name, int minimum, int maximum) =>
        Error.Invalid(
            "reference_item.minimum_above_maximum",
            $"values.{name}",
            ("minimum", minimum),
            ("maximum", maximum)
        );

    public static Error OutsideBand(string name, int minimum, int maximum) =>
        Error.Invalid("reference_item.outside_band", $"values.{name}", ("minimum", minimum), ("maximum", maximum));

    public static Error AlreadyEnded(DateOnly on) => Error.Rule("reference_item.already_ended", ("on", on));

    public static Error RetireBeforeStart(DateOnly from) =>
        Error.Rule("reference_item.retire_before_start", ("from", from));
}
