using Pionir.Domain.Common;
using Pionir.Domain.Competencies;

namespace Pionir.Domain.Tests.Competencies;

public sealed class DictionaryVersionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly Actor Drafter = new(Guid.NewGuid(), "Penyusun");
    private static readonly Actor Approver = new(Guid.NewGuid(), "Penyetuju");
    private static readonly Decree Decree = new("KEP-1/2026", new(2026, 3, 1));

    [Fact]
    public void Draft_KeepsTheIdentityOfACompetency_ByCodeThenByTitle()
    {
        var first = Draft(Competency("A01", "Menyusun Kurikulum"), Competency("A02", "Mengelola Kelas")).Value;

        var second = Draft(
            first,
            Competency("A01", "Menyusun Kurikulum Pelatihan"),
            Competency("B02", "Mengelola kelas"),
            Competency("A03", "Menilai Hasil")
        ).Value;

        second.Number.ShouldBe(2);
        var ids = first.Competencies.Select(competency => competency.CompetencyId).ToList();
        second.Competencies[0].CompetencyId.ShouldBe(ids[0]);
        second.Competencies[1].CompetencyId.ShouldBe(ids[1]);
        ids.ShouldNotContain(second.Competencies[2].CompetencyId);
    }

    [Theory]
    [InlineData(1, "dictionary.indicator_count")]
    [InlineData(101, "dictionary.indicator_count")]
    public void Draft_WithTooFewOrTooManyIndicators_IsRefused(int indicators, string code) =>
        Draft(Competency("A01", "Menyusun", indicators)).Errors.Select(error => error.Code).Distinct().ShouldBe([code]);

    [Fact]
    public void Draft_WithAMissingLevel_IsRefused()
    {
        var whole = Competency("A01", "Menyusun");
        var torn = whole with { Levels = [.. whole.Levels.Skip(1)] };

        var error = Draft(torn).Errors.ShouldHaveSingleItem();

        error.Code.ShouldBe("dictionary.levels_incomplete");
        error.Field.ShouldBe("competencies[0].levels");
    }

    [Fact]
    public void Draft_WithTheSameCodeOrTitleTwice_IsRefused() =>
        Draft(Competency("A01", "Menyusun"), Competency("a01", "MENYUSUN"))
            .Errors.Select(error => error.Code)
            .ShouldBe(["dictionary.code_twice", "dictionary.title_twice"]);

    [Fact]
    public void Draft_WithAnEmptyText_AnEndlessOne_OrACodeWithBlanks_IsRefused()
    {
        var whole = Competency("A01", "Menyusun");

        Codes(whole with { Description = " " }).ShouldBe(["dictionary.text_missing"]);
        Codes(whole with { Title = new string('x', CompetencyEntry.TitleMaximum + 1) })
            .ShouldBe(["dictionary.text_too_long"]);
        Codes(whole with { Code = "A 01" }).ShouldBe(["dictionary.competency_code_invalid"]);
        DictionaryRules
            .Errors(new("Kamus", "", 1850, [whole]))
            .Select(error => error.Code)
            .ShouldBe(["dictionary.year_out_of_range"]);

        static IEnumerable<string> Codes(CompetencyDraft one) => Draft(one).Errors.Select(error => error.Code);
    }

    [Fact]
    public void Draft_WithTooLongAnIndicator_NamesItsPlace()
    {
        var level = new LevelDraft(1, "Paham", ["Mampu", new string('x', Indicator.TextMaximum + 1)]);
        var whole = Competency("A01", "Menyusun");

        var error = Draft(whole with { Levels = [level, .. whole.Levels.Skip(1)] }).Errors.ShouldHaveSingleItem();

        error.Field.ShouldBe("competencies[0].levels[1].indicators[1]");
    }

    [Fact]
    public void Warnings_NameCompetenciesOutsideTheGuidance()
    {
        var draft = new DictionaryDraft("Kamus", "", 2026, [Competency("A01", "Satu", 5), Competency("A02", "Dua", 2)]);

        DictionaryRules.Warnings(draft).ShouldBe([new("dictionary.indicators_outside_recommendation", "A02", 2, 2)]);
    }

    [Fact]
    public void Publish_ByTheDrafter_IsRefused() =>
        Draft(Competency("A01", "Menyusun"))
            .Value.Publish(Decree, Drafter, Now)
            .Error.Code.ShouldBe("dictionary.drafter_publishes");

    [Fact]
    public void Publish_WithADecreeOfTomorrow_IsRefused() =>
        Draft(Competency("A01", "Menyusun"))
            .Value.Publish(Decree with { Date = new(2026, 3, 10) }, Approver, Now)
            .Error.Code.ShouldBe("dictionary.decree_in_future");

    [Fact]
    public void Publish_Twice_IsRefused_AndThePublishedIsNoLongerADraft()
    {
        var version = Draft(Competency("A01", "Menyusun")).Value;
        version.IsPublic.ShouldBeFalse();

        version.Publish(Decree, Approver, Now).IsSuccess.ShouldBeTrue();

        version.IsPublic.ShouldBeTrue();
        version.Publish(Decree, Approver, Now).Error.Code.ShouldBe("dictionary.not_publishable");
        version.CanDiscard().Error.Code.ShouldBe("dictionary.not_a_draft");
    }

    [Fact]
    public void Supersede_OnlyByANewerVersionOfTheSameDictionary()
    {
        var first = Draft(Competency("A01", "Menyusun")).Value;
        var second = Draft(first, Competency("A01", "Menyusun")).Value;
        first.Supersede(second, Now).Error.Code.ShouldBe("dictionary.not_superseded");
        first.Publish(Decree, Approver, Now);

        second.Supersede(first, Now).Error.Code.ShouldBe("dictionary.not_superseded");
        first.Supersede(second, Now).IsSuccess.ShouldBeTrue();
        first.IsPublic.ShouldBeTrue();
    }

    private static Result<DictionaryVersion> Draft(params CompetencyDraft[] competencies) => Draft(null, competencies);

    private static Result<DictionaryVersion> Draft(
        DictionaryVersion? previous,
        params CompetencyDraft[] competencies
    ) => DictionaryVersion.Draft("uji", new("Kamus Uji", "", 2026, competencies), previous, Drafter, Now);

    private static CompetencyDraft Competency(string code, string title, int indicators = 2) =>
        new(
            1,
            code,
            CompetencyKind.Generic,
            "",
            title,
            "Uraian",
            [
                .. Enumerable
                    .Range(1, 5)
                    .Select(level => new LevelDraft(
                        level,
                        $"Tingkat {level}",
                        [.. Enumerable.Range(1, indicators).Select(number => $"Mampu {number}")]
                    )),
            ]
        );
}
