using Pionir.Application.Common.Notifications;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

internal static class Recommendation
{
    /// <summary>Why the system put somebody forward, from the figures of that day.</summary>
    public static LocalText? Of(Participant participant, int year) =>
        participant is { RecommendedJp: { } jp, RecommendedTarget: { } target }
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
