using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.Imports;

public static class ImportErrors
{
    public static Error NotFound() => Error.NotFound("import.not_found");

    /// <summary>Another kind of file, or only for a unit.</summary>
    public static Error NotAllowed() => Error.Forbidden("import.not_allowed");

    public static Error NotReady(ImportState state) => Error.Conflict("import.not_ready", ("state", state.ToString()));

    /// <summary>The row is not in doubt: it is wrong, or there is nothing to confirm.</summary>
    public static Error RowNotDoubtful(int row) => Error.Conflict("import.row_not_doubtful", ("row", row));

    public static Error NothingToApply() => Error.Rule("import.nothing_to_apply");

    /// <summary>Two imports at once would each judge by a state that the other is changing.</summary>
    public static Error AnotherIsRunning() => Error.Conflict("import.another_is_running");

    /// <summary>What is true only from a later day would change today's data.</summary>
    public static Error AsOfInFuture(DateOnly today) => Error.Rule("import.as_of_in_future", ("today", today));

    /// <summary>History is written forwards: an older word would overwrite the newer one.</summary>
    public static Error AsOfBeforeLast(DateOnly last) => Error.Rule("import.as_of_before_last", ("last", last));

    /// <summary>Rows are personal data and kept only for a while.</summary>
    public static Error RowsCleared(DateTimeOffset at) =>
        Error.NotFound("import.rows_cleared", ("at", DateOnly.FromDateTime(at.UtcDateTime)));

    public static Error NoErrors() => Error.NotFound("import.no_errors");
}
