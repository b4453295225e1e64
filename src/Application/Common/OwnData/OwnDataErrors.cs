using Pionir.Domain.Common;

namespace Pionir.Application.Common.OwnData;

public static class OwnDataErrors
{
    /// <summary>Somebody else's too: whose it is cannot be told from outside.</summary>
    public static Error NotFound() => Error.NotFound("own_data.not_found");

    public static Error NotReady() => Error.Conflict("own_data.not_ready");

    /// <summary>An API client is no person.</summary>
    public static Error NoPerson() => Error.Forbidden("own_data.no_person");
}
