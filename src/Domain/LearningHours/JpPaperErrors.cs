using Pionir.Domain.Common;

namespace Pionir.Domain.LearningHours;

public static class JpPaperErrors
{
    public static Error NotVerified() => Error.NotFound("jp_paper.not_verified");

    public static Error NotIntact() => Error.Rule("jp_paper.not_intact");
}
