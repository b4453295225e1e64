using Pionir.Domain.LearningHours;

namespace Pionir.Domain.Tests.LearningHours;

public sealed class JpRuleChangeTests
{
    private static readonly DateOnly From = new(2026, 4, 1);
    private static readonly JpRule Standing = new("v1", JpBasis.ByMinutes, CapPerDay: 3, Citation: "Lama");
    private static readonly PostedJp Posted = new(12, 10, new(2026, 4, 20));

    [Fact]
    public void AnotherCount_BeforeSomethingPosted_IsRefused_AndSaysWhenItCanBegin()
    {
        var refused = Change(Standing with { CapPerDay = 4 }).Check(Posted)!;

        refused.Code.ShouldBe("jp_rule.reaches_back");
        Change(Standing with { CapPerDay = 4 }).Obstacle(Posted).ShouldBe(JpRuleObstacle.ReachesBack);
        refused.Arguments["earliest"].ShouldBe(new DateOnly(2026, 4, 21));
        Change(Standing with { CapPerDay = 4 }).Check(PostedJp.None).ShouldBeNull();
    }

    [Fact]
    public void SourceAndConfirmation_MayBePutRight_ForWhatIsPosted() =>
        Change(Standing with { Citation = "Lampiran II", Confirmed = false }).Check(Posted).ShouldBeNull();

    [Fact]
    public void TheSameRule_IsNoChange() =>
        Change(Standing with { Version = "" }).Check(PostedJp.None)!.Code.ShouldBe("jp_rule.nothing_differs");

    [Theory]
    [InlineData("2026-03-31", false)]
    [InlineData("2026-04-01", true)]
    [InlineData("2026-06-30", true)]
    [InlineData("2026-07-01", false)]
    public void Change_MeetsItsFirstAndLastDay_AndNoOther(string day, bool meets) =>
        new JpRuleChange(Standing, Standing, From, new(2026, 6, 30))
            .Meets(DateOnly.ParseExact(day, "yyyy-MM-dd", null))
            .ShouldBe(meets);

    [Fact]
    public void Version_IsReadBackAsItWasWritten()
    {
        var version = new JpRuleVersion(Guid.NewGuid(), 3);

        JpRuleVersion.Parse(version.ToString()).ShouldBe(version);
        JpRuleVersion.Parse(JpRule.DefaultVersion).ShouldBeNull();
        JpRuleVersion.Parse(JpCalculation.WithoutRule).ShouldBeNull();
    }

    private static JpRuleChange Change(JpRule wanted) => new(Standing, wanted, From, null);
}
