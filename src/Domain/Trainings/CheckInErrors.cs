using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public static class CheckInErrors
{
    public static Error MinutesOutOfRange() => Error.Invalid("check_in.minutes_out_of_range", "minutes");

    public static Error Closed() => Error.Conflict("check_in.closed");

    public static Error WrongCode() => Error.Rule("check_in.wrong_code");

    public static Error AlreadyUsed() => Error.Conflict("check_in.already_used");

    public static Error NotParticipant() => Error.Rule("check_in.not_participant");
}
