using Pionir.Domain.Common;

namespace Pionir.Application.Auditing;

public static class AuditErrors
{
    public static Error TooManyForAFile(int found, int most) =>
        Error.Rule("audit.too_many_for_a_file", ("found", found), ("most", most));
}
