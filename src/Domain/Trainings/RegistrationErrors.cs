using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public static class RegistrationErrors
{
    /// <summary>The institution has no public page, or the training is not on it: the same from outside.</summary>
    public static Error NotOffered() => Error.NotFound("registration.not_offered");

    public static Error Closed() => Error.Rule("registration.closed");

    /// <summary>Never made here, mistyped, cut off by the mail program, or thrown away.</summary>
    public static Error Unknown() => Error.NotFound("registration.unknown");

    public static Error Expired() => Error.Conflict("registration.expired");

    public static Error Used() => Error.Conflict("registration.used");

    public static Error Replaced() => Error.Conflict("registration.replaced");

    public static Error PersonalLinkUnknown() => Error.NotFound("personal_link.unknown");

    public static Error PersonalLinkExpired() => Error.Conflict("personal_link.expired");
}
