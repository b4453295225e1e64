using Pionir.Domain.Common;

namespace Pionir.Application.Common;

/// <summary>Refusals that belong to no single aggregate.</summary>
public static class CommonErrors
{
    public static readonly Error SignInRequired = Error.Of(ErrorKind.Unauthenticated, "access.sign_in_required");
    public static readonly Error SecondStepRequired = Error.Forbidden("access.second_step_required");
    public static readonly Error PermissionMissing = Error.Forbidden("access.permission_missing");
    public static readonly Error FourEyes = Error.Forbidden("access.four_eyes");
    public static readonly Error StaleVersion = Error.Of(ErrorKind.PreconditionFailed, "request.stale_version");
    public static readonly Error IfMatchRequired = Error.Invalid("request.if_match_required");
    public static readonly Error AtTheSameTime = Error.Conflict("request.at_the_same_time");

    public static Error Field(string code, string field, params (string Name, object? Value)[] arguments) =>
        Error.Invalid(code, field, arguments);
}
