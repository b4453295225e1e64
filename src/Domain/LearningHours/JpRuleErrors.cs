using Pionir.Domain.Common;

namespace Pionir.Domain.LearningHours;

public static class JpRuleErrors
{
    public static Error FormNotFound() => Error.NotFound("jp_rule.form_not_found");

    public static Error NothingDiffers() => Error.Rule("jp_rule.nothing_differs");

    public static Error ReachesBack(DateOnly latest) =>
        Error.Rule("jp_rule.reaches_back", ("latest", latest), ("earliest", latest.AddDays(1)));

    /// <summary>Since it was looked at, trainings came, went or changed in length, or the change itself is another.</summary>
    public static Error PreviewOutdated() => Error.Conflict("jp_rule.preview_outdated");
}
