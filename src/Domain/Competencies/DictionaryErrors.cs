using Pionir.Domain.Common;

namespace Pionir.Domain.Competencies;

public static class DictionaryErrors
{
    public static Error NotFound(string address) => Error.NotFound("dictionary.not_found", ("address", address));

    public static Error CodeInvalid(string code) =>
        Error.Invalid("dictionary.code_invalid", "code", ("code", code), ("maximum", DictionaryVersion.CodeMaximum));

    public static Error TextMissing(string field) => Error.Invalid("dictionary.text_missing", field, ("at", field));

    public static Error TextTooLong(string field, int maximum) =>
        Error.Invalid("dictionary.text_too_long", field, ("at", field), ("maximum", maximum));

    public static Error YearOutOfRange(int year) =>
        Error.Invalid("dictionary.year_out_of_range", "year", ("year", year));

    public static Error CompetencyCount(int maximum) =>
        Error.Invalid("dictionary.competency_count", "competencies", ("maximum", maximum));

    public static Error CompetencyCodeInvalid(string field, string code) =>
        Error.Invalid("dictionary.competency_code_invalid", field, ("code", code));

    public static Error CodeTwice(string code) =>
        Error.Invalid("dictionary.code_twice", "competencies", ("code", code));

    public static Error TitleTwice(string title) =>
        Error.Invalid("dictionary.title_twice", "competencies", ("title", title));

    public static Error LevelsIncomplete(string field, string code) =>
        Error.Invalid("dictionary.levels_incomplete", field, ("code", code), ("levels", DictionaryRules.Levels));

    public static Error IndicatorCount(string field, string code, int level, int count) =>
        Error.Invalid(
            "dictionary.indicator_count",
            field,
            ("code", code),
            ("level", level),
            ("count", count),
            ("minimum", DictionaryRules.IndicatorsMinimum)
        );

    public static Error NotPublishable(DictionaryState state) =>
        Error.Rule("dictionary.not_publishable", ("state", state.ToString()));

    public static Error NotADraft(DictionaryState state) =>
        Error.Rule("dictionary.not_a_draft", ("state", state.ToString()));

    public static Error DrafterPublishes() => Error.Forbidden("dictionary.drafter_publishes");

    public static Error DecreeInvalid(int maximum) =>
        Error.Invalid("dictionary.decree_invalid", "decreeNumber", ("maximum", maximum));

    public static Error DecreeInFuture(DateOnly date) =>
        Error.Invalid("dictionary.decree_in_future", "decreeDate", ("date", date));

    public static Error NotSuperseded(int number, int by) =>
        Error.Rule("dictionary.not_superseded", ("number", number), ("by", by));

    public static Error AlreadyDrafted(string code) => Error.Conflict("dictionary.already_drafted", ("code", code));

    public static Error FileUnreadable(string reason) =>
        Error.Invalid("dictionary.file_unreadable", "file", ("reason", reason));

    public static Error CategoryUnknown(string field, string category) =>
        Error.Invalid("dictionary.category_unknown", field, ("category", category));

    public static Error RowUnreadable(int row) => Error.Invalid("dictionary.row_unreadable", "file", ("row", row));
}
