using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Pionir.Domain.Certificates;

namespace Pionir.Domain.Tests.Certificates;

public sealed class NumberTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Theory]
    [InlineData("{seq:0000}/{centre}/SERT/{roman-month}/{year}", "0012/PPK/SERT/XI/2026")]
    [InlineData("SERT-{seq}-{month}-{yy}", "SERT-12-11-26")]
    [InlineData("{year}.{unit}.{seq:000000}", "2026.BIRO.000012")]
    public void Pattern_WritesNumbers(string pattern, string number) =>
        CertificateNumberPattern.Parse(pattern).Value.Format(12, Day, "BIRO", "PPK").ShouldBe(number);

    [Theory]
    [InlineData("SERT/{year}", "number_pattern.sequence_missing")]
    [InlineData("{seq}/{seq}/{year}", "number_pattern.sequence_twice")]
    [InlineData("{seq}/SERT", "number_pattern.year_missing")]
    [InlineData("{seq}{year}", "number_pattern.sequence_runs_into")]
    [InlineData("1{seq}/{year}", "number_pattern.sequence_runs_into")]
    [InlineData("{seq:abc}/{year}", "number_pattern.unknown_field")]
    [InlineData("{{seq}}/{year}", "number_pattern.braces")]
    [InlineData("{seq}/}{year}", "number_pattern.braces")]
    [InlineData("   ", "number_pattern.length")]
    public void Pattern_ThatCannotGiveUniqueNumbers_IsRefused(string pattern, string code) =>
        CertificateNumberPattern.Parse(pattern).Error.Code.ShouldBe(code);

    [Theory]
    [InlineData("{seq:00}/{month}/{year}", "{month}/{seq:00}/{year}", true)]
    [InlineData("{seq}/A/{year}", "{seq:0000}/a/{year}", true)]
    [InlineData("{seq:000}/X/III/{year}", "{seq}/X/{roman-month}/{year}", true)]
    [InlineData("{year}/{seq:00}/{month}", "{year}/{month}/{seq}", true)]
    [InlineData("{yy}.{seq:000000}", "{seq:00}.{yy}0001", true)]
    [InlineData("{seq:000}/X/XIII/{year}", "{seq}/X/{roman-month}/{year}", false)]
    [InlineData("{seq:000}/{month}/{year}", "{month}/{seq:00}/{year}/A", false)]
    [InlineData("{seq:000}/A/{year}", "{seq:000}/B/{year}", false)]
    [InlineData("{seq:000}/{centre}/{year}", "{seq:000}/{centre}/UNIT/{year}", false)]
    [InlineData("{month}/{seq:000}/{year}", "{seq:000}/{month}/{year}", false)]
    [InlineData("A{seq}/{year}", "A0{month}/{year}/{seq}", false)]
    public void Patterns_CollideWhereverTheirCountsStand(string one, string other, bool collide)
    {
        var (first, second) = (Series(CertificateKind.Training, one), Series(CertificateKind.UnitReport, other));

        first.CollidesWith(second, "PPK").ShouldBe(collide);
        second.CollidesWith(first, "PPK").ShouldBe(collide);

        static NumberSeries Series(CertificateKind kind, string pattern) =>
            NumberSeries.Create(kind, null, "", 2026, pattern).Value;
    }

    [Fact]
    public void Patterns_ThatDoNotCollide_NeverWriteTheSameNumber() =>
        Prop.ForAll(
                Gen.Elements(Fields).ListOf(3).ToArbitrary(),
                Gen.Elements(Fields).ListOf(3).ToArbitrary(),
                (one, other) =>
                {
                    var (first, second) = (SeriesOf(one), SeriesOf(other));
                    if (first is null || second is null || first.CollidesWith(second, "PPK"))
                        return true;
                    return !Numbers(first).Overlaps(Numbers(second));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Expression_OfASeries_FitsWhatItWrites_AndNothingElse()
    {
        var series = NumberSeries
            .Create(CertificateKind.Training, null, "", 2026, "{seq:000}/A.(1)/{roman-month}/{yy}")
            .Value;
        var expressions = series.Shapes("PPK").Select(shape => $"^{shape.Expression()}$").ToList();

        Fits("012/A.(1)/XI/26").ShouldBeTrue();
        Fits("1012/A.(1)/I/26").ShouldBeTrue();
        Fits("12/A.(1)/XI/26").ShouldBeFalse();
        Fits("0012/A.(1)/XI/26").ShouldBeFalse();
        Fits("012/AB(1)/XI/26").ShouldBeFalse();

        bool Fits(string number) =>
            expressions.Exists(one => Regex.IsMatch(number, one, RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private static readonly string[] Fields = ["{seq}", "{seq:00}", "{month}", "{yy}", "{roman-month}", "/", "1", "A"];

    private static NumberSeries? SeriesOf(IEnumerable<string> fields)
    {
        var made = NumberSeries.Create(CertificateKind.Training, null, "", 2026, $"{{yy}}-{string.Concat(fields)}");
        return made.IsSuccess ? made.Value : null;
    }

    private static HashSet<string> Numbers(NumberSeries series)
    {
        var pattern = CertificateNumberPattern.Parse(series.Pattern).Value;
        return
        [
            .. from month in Enumerable.Range(1, 12)
            from count in Enumerable.Range(1, 130)
            select pattern.Format(count, new DateOnly(2026, month, 1), "", "PPK"),
        ];
    }

    [Fact]
    public void Numbers_OfDifferentSequences_NeverReadTheSame()
    {
        string[] patterns = ["{seq:0000}/{centre}/{roman-month}/{year}", "A-{seq}-{yy}", "{year}/{month}/{seq:00}"];
        Prop.ForAll(
                ArbMap.Default.ArbFor<PositiveInt>(),
                ArbMap.Default.ArbFor<PositiveInt>(),
                (first, second) =>
                    first.Get == second.Get
                    || patterns.All(text =>
                    {
                        var pattern = CertificateNumberPattern.Parse(text).Value;
                        return pattern.Format(first.Get, Day, "", "PPK") != pattern.Format(second.Get, Day, "", "PPK");
                    })
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Parsing_AnyText_NeverThrows() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>(),
                text =>
                    CertificateNumberPattern.Parse(text).IsSuccess
                    || CertificateNumberPattern.Parse(text).Error.Code != ""
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Series_GivesNumbersInOrder_AndGoesOnAfterAChangeOfPattern()
    {
        var series = NumberSeries.Create(CertificateKind.Training, null, "", 2026, "{seq:0000}/A/{year}").Value;

        series.Take(2, Day, "PPK").Numbers.ShouldBe(["0001/A/2026", "0002/A/2026"]);
        series.ChangePattern("{seq:000}/B/{year}", "").IsSuccess.ShouldBeTrue();
        series.Take(1, Day, "PPK").Numbers.ShouldBe(["003/B/2026"]);
        series.Last.ShouldBe(3);
    }

    [Theory]
    [InlineData(1999, 1, "number_series.year_out_of_range")]
    [InlineData(3000, 1, "number_series.year_out_of_range")]
    [InlineData(2026, 0, "number_series.start_invalid")]
    public void Series_OfNoYearOrNoBeginning_IsRefused(int year, int startAt, string code) =>
        NumberSeries
            .Create(CertificateKind.Training, null, "", year, "{seq:0000}/{year}", startAt)
            .Error.Code.ShouldBe(code);

    [Fact]
    public void Series_BegunInTheMiddle_AccountsOnlyForItsOwnNumbers()
    {
        var series = NumberSeries.Create(CertificateKind.Training, null, "", 2026, "{seq}/{year}", startAt: 41).Value;

        series.Taken.ShouldBe(0);
        series.Take(2, Day, "PPK").First.ShouldBe(41);
        (series.First, series.Last, series.Taken).ShouldBe((41, 42, 2));
    }

    [Theory]
    [InlineData(1999, "MCMXCIX")]
    [InlineData(2024, "MMXXIV")]
    [InlineData(2026, "MMXXVI")]
    public void Pattern_WritesTheYearInRoman(int year, string roman) =>
        CertificateNumberPattern
            .Parse("{seq:00}/{roman-month}/{roman-year}")
            .Value.Format(7, new DateOnly(year, 4, 1))
            .ShouldBe($"07/IV/{roman}");

    [Fact]
    public void Pattern_WithUnit_NeedsAUnit() =>
        NumberSeries
            .Create(CertificateKind.Training, null, "", 2026, "{seq}/{unit}/{year}")
            .Error.Code.ShouldBe("number_pattern.unit_missing");
}
