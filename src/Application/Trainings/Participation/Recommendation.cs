using Pionir.Application.Common.Notifications;
using Pionir.Domain.Common;

namespace Pionir.Application.Trainings.Participation;

internal static class Recommendation
{
    /// <summary>Why the system put somebody forward, from the figures of that day.</summary>
    public static LocalText? Of(int? recommendedJp, int? recommendedTarget, int year) =>
        recommendedJp is { } jp && recommendedTarget is { } target
            ? MessageTexts.Of(
                "participant.recommended",
                new Dictionary<string, object?>
                {
                    ["shortage"] = target - jp,
                    ["jp"] = jp,
                    ["target"] = target,
                    ["year"] = year,
                }
            )
            : null;
}
