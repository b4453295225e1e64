using Pionir.Domain.Common;

namespace Pionir.Application.Common.Signing;

public static class SigningErrors
{
    public static Error TimestampUnavailable() => Error.Conflict("signing.timestamp_unavailable");

    public static Error PaperDiffers() => Error.Conflict("signing.paper_differs");
}
