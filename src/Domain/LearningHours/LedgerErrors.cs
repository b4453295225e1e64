using Pionir.Domain.Common;

namespace Pionir.Domain.LearningHours;

public static class LedgerErrors
{
    public static Error NotFound() => Error.NotFound("ledger.not_found");

    public static Error EmployeeNotFound() => Error.NotFound("ledger.employee_not_found");

    public static Error NoEmployee() => Error.NotFound("ledger.no_employee");

    public static Error CheckRunning() => Error.Conflict("ledger.check_running");

    /// <summary>Decision 0019: a closed year is opened again with a reason, or stays as it is.</summary>
    public static Error YearClosed(int year, DateOnly closedOn) =>
        Error.Rule("ledger.year_closed", ("year", year), ("closedOn", closedOn));

    /// <summary>Closed between the look and the posting; the database holds it back.</summary>
    public static Error YearJustClosed() => Error.Conflict("ledger.year_just_closed");

    public static Error AlreadyReversed() => Error.Conflict("ledger.already_reversed");

    public static Error AlreadyPosted() => Error.Conflict("ledger.already_posted");

    public static Error ReversalIsFinal() => Error.Rule("ledger.reversal_is_final");

    public static Error ReversalNeedsEntry() => Error.Rule("ledger.reversal_needs_entry");

    /// <summary>Four eyes: neither one's own hours nor an entry that one posted oneself.</summary>
    public static Error OwnEntry() => Error.Rule("ledger.own_entry");

    public static Error PostedBySame() => Error.Rule("ledger.posted_by_same");

    public static Error ReasonTooShort(int minimum) =>
        Error.Invalid("ledger.reason_too_short", "reason", ("minimum", minimum));

    public static Error JpOutOfRange(int jp, int maximum) =>
        Error.Invalid("ledger.jp_out_of_range", "jp", ("jp", jp), ("maximum", maximum));

    public static Error SourceInvalid(int maximum) =>
        Error.Invalid("ledger.source_invalid", "source", ("maximum", maximum));
}
