using System.Text.Json;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.ReferenceData;

namespace Pionir.Domain.Tests.Organization;

public sealed class ReferenceItemTests
{
    private static readonly Author Rina = new(Guid.NewGuid(), "Rina", new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero), "uji");
    private static readonly DateOnly Start = new(2026, 1, 1);

    [Theory]
    [InlineData(ReferenceKind.JpRules, """{"basis":"perMeeting"}""", "reference_item.value_missing")]
    [InlineData(ReferenceKind.JpRules, """{"basis":"perWeek"}""", "reference_item.value_not_a_choice")]
    [InlineData(ReferenceKind.JpRules, """{"basis":"perActivity","jp":"20"}""", "reference_item.value_wrong_type")]
    [InlineData(ReferenceKind.JpRules, """{"basis":"perActivity","jp":2.5}""", "reference_item.value_wrong_type")]
    [InlineData(ReferenceKind.JpRules, """{"basis":"byMinutes","capPerDay":25}""", "reference_item.value_out_of_range")]
    [InlineData(ReferenceKind.JpRules, """{"basis":"byMinutes","bonus":1}""", "reference_item.value_unknown")]
    [InlineData(
        ReferenceKind.JpRules,
        """{"basis":"perMeeting","jp":2,"capPerDay":3}""",
        "reference_item.value_without_effect"
    )]
    [InlineData(
        ReferenceKind.JpRules,
        """{"basis":"byProgramme","internationalJp":24}""",
        "reference_item.value_without_effect"
    )]
    [InlineData(
        ReferenceKind.JpRules,
        """{"basis":"perActivity","jp":20,"internationalJp":24,"internationalPercent":20}""",
        "reference_item.one_of_two"
    )]
    [InlineData(ReferenceKind.JpTargets, "{}", "reference_item.value_missing")]
    [InlineData(ReferenceKind.JpTargets, """{"minimumJp":30,"maximumJp":20}""", "reference_item.minimum_above_maximum")]
    [InlineData(
        ReferenceKind.RequiredCompetencyLevels,
        """{"family":"JPT","rank":"Utama","minimum":4,"maximum":5,"mostly":[3]}""",
        "reference_item.outside_band"
    )]
    [InlineData(
        ReferenceKind.RequiredDocuments,
        """{"scheme":"selfManaged","move":"submit","documentKind":"letter"}""",
        "reference_item.value_refers_to_nothing"
    )]
    [InlineData(ReferenceKind.JobFamilies, "[]", "reference_item.values_not_an_object")]
    public void Values_OfWrongShape_AreRefused(ReferenceKind kind, string values, string code) =>
        Values(kind, values).Error.Code.ShouldBe(code);

    [Fact]
    public void Values_EqualInContent_AreEqual() =>
        Values(ReferenceKind.JpTargets, """{"maximumJp":24,"minimumJp":20}""")
            .Value.ShouldBe(ReferenceValues.Stored("""{"minimumJp": 20, "maximumJp": 24}"""));

    [Fact]
    public void Create_ConfirmedWithoutCitation_IsRefused() =>
        Create("umum", Content() with { Confirmed = true }).Error.Code.ShouldBe("reference_item.citation_missing");

    [Theory]
    [InlineData("-umum")]
    [InlineData("dengan spasi")]
    [InlineData("")]
    [InlineData("=cmd")]
    public void Create_WithACodeThatBreaksAddresses_IsRefused(string code) =>
        Create(code, Content()).Error.Code.ShouldBe("reference_item.code_invalid");

    [Fact]
    public void Create_OfACodeTheProductDoesNotActOn_IsRefused() =>
        ReferenceItem
            .Create(ReferenceKind.DocumentKinds, "poster", Content(), Rina)
            .Error.Code.ShouldBe("reference_item.code_not_offered");

    [Fact]
    public void Correct_KeepsEveryRevision_AndNoneWhenNothingDiffers()
    {
        var item = Create("umum", Content()).Value;

        item.Correct(Content(), Rina).IsSuccess.ShouldBeTrue();
        item.Revision.ShouldBe(1);
        item.Correct(Content() with { Name = new("Umum", "General") }, Rina).IsSuccess.ShouldBeTrue();

        item.Revision.ShouldBe(2);
        item.Revisions.Select(revision => revision.Name.En).ShouldBe(["Common", "General"]);
    }

    [Fact]
    public void Retire_EndsOnceAndNotBeforeItBegan()
    {
        var item = Create("umum", Content()).Value;

        item.Retire(Start.AddDays(-1), Rina).Error.Code.ShouldBe("reference_item.retire_before_start");
        item.Retire(Start.AddDays(10), Rina).IsSuccess.ShouldBeTrue();
        item.Retire(Start.AddDays(20), Rina).Error.Code.ShouldBe("reference_item.already_ended");
        item.HoldsOn(Start.AddDays(10)).ShouldBeTrue();
        item.HoldsOn(Start.AddDays(11)).ShouldBeFalse();
    }

    private static Result<ReferenceItem> Create(string code, ReferenceContent content) =>
        ReferenceItem.Create(ReferenceKind.JobFamilies, code, content, Rina);

    private static ReferenceContent Content() =>
        new(new("Umum", "Common"), ReferenceValues.None, Start, null, null, false, 10);

    private static Result<ReferenceValues> Values(ReferenceKind kind, string json) =>
        ReferenceValues.Create(kind, JsonElement.Parse(json), (_, code) => code == "tor");
}
