using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public static partial class TrainingErrors
{
    public static Error NoParticipantsWhile(TrainingState state) =>
        Error.Rule("training.no_participants_now", ("state", state));

    public static Error SelfApplicationNotAllowed() => Error.Rule("training.self_application_not_allowed");

    public static Error ApplicationsAfterEnd(DateOnly end) =>
        Error.Invalid("training.applications_after_end", "applicationsUntil", ("end", end));

    /// <summary>Not a failure of the act: it tells why the person waits on the reserve list.</summary>
    public static Error QuotaFull(int taken, int quota, int rank) =>
        Error.Rule("training.quota_full", ("taken", taken), ("quota", quota), ("rank", rank));

    public static Error QuotaBelowConfirmed() => Error.Rule("training.quota_below_confirmed");

    public static Error ReserveFull(int places) => Error.Rule("training.reserve_full", ("places", places));
}
