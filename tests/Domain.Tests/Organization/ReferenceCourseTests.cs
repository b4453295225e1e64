using System.Text.Json;
using Pionir.Domain.Organization.ReferenceData;

namespace Pionir.Domain.Tests.Organization;

public sealed class ReferenceCourseTests
{
    private static readonly Author Rina = new(Guid.NewGuid(), "Rina", new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero), "uji");

    [Fact]
    public void Change_EndsWhatHolds_OnTheDayBefore()
    {
        var course = Course();
        course.ChangeFrom(Content(3, new(2026, 1, 1)), Rina).IsSuccess.ShouldBeTrue();
        var edition = course.Edition;

        var next = course.ChangeFrom(Content(4, new(2026, 7, 1)), Rina).Value;

        course.On(new(2026, 6, 30))!.ValidTo.ShouldBe(new DateOnly(2026, 6, 30));
        course.On(new(2026, 7, 1)).ShouldBe(next);
        course.On(new(2025, 12, 31)).ShouldBeNull();
        course.Edition.ShouldBe(edition + 2);
    }

    [Fact]
    public void Change_BeforeAPlannedOne_EndsWhereThatBegins()
    {
        var course = Course();
        course.ChangeFrom(Content(3, new(2026, 1, 1)), Rina);
        var planned = course.ChangeFrom(Content(5, new(2027, 1, 1)), Rina).Value;

        var between = course.ChangeFrom(Content(4, new(2026, 7, 1)), Rina).Value;

        between.ValidTo.ShouldBe(new DateOnly(2026, 12, 31));
        planned.ValidFrom.ShouldBe(new DateOnly(2027, 1, 1));
    }

    [Fact]
    public void Change_OnTheDayOnWhichItBegan_CorrectsIt()
    {
        var course = Course();
        var first = course.ChangeFrom(Content(3, new(2026, 1, 1)), Rina).Value;

        course.ChangeFrom(Content(4, new(2026, 1, 1)), Rina).Value.ShouldBe(first);

        course.Items.Count.ShouldBe(1);
        first.Revision.ShouldBe(2);
    }

    private static ReferenceCourse Course() => new(ReferenceKind.JpRules, "e-learning", []);

    private static ReferenceContent Content(int cap, DateOnly from) =>
        new(
            new("E-Learning", "E-learning"),
            ReferenceValues
                .Create(
                    ReferenceKind.JpRules,
                    JsonElement.Parse($$"""{"basis":"byMinutes","capPerDay":{{cap}}}"""),
                    (_, _) => true
                )
                .Value,
            from,
            null,
            "Lampiran II",
            true,
            10
        );
}
