using Pionir.Domain.Common;

namespace Pionir.Application.Common.Persistence;

public static class Versions
{
    /// <summary>
    /// Refuses an edit of a version that somebody has changed since. The row's own token catches
    /// the race between this look and the commit.
    /// </summary>
    public static Error? Check(uint actual, uint? expected) =>
        expected switch
        {
            null => CommonErrors.IfMatchRequired,
            var seen when seen != actual => CommonErrors.StaleVersion,
            _ => null,
        };
}
