using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.Units;

public static class UnitErrors
{
    public static Error NotFound() => Error.NotFound("unit.not_found");
}
