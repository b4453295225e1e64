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
