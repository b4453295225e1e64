using Pionir.Domain.Common;

namespace Pionir.Application.Jobs;

public static class JobErrors
{
    /// <summary>Kept in the job itself when its handler failed each time it was tried.</summary>
    public static readonly Error Failed = Error.Rule("job.failed");

    public static readonly Error NotFound = Error.NotFound("job.not_found");
}
