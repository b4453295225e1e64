using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public static class InvitationErrors
{
    /// <summary>Never made here, mistyped or cut off by the mail program: all look the same from outside.</summary>
    public static Error Unknown() => Error.NotFound("invitation.unknown");

    public static Error Expired() => Error.Conflict("invitation.expired");

    public static Error Used() => Error.Conflict("invitation.used");

    /// <summary>Signed in as somebody else than the one who was invited.</summary>
    public static Error Foreign() => Error.Forbidden("invitation.foreign");

    public static Error Cancelled() => Error.Conflict("invitation.cancelled");
}
