using Pionir.Domain.Certificates.Wording;

namespace Pionir.Domain.Tests.Certificates;

public sealed class WordingTests
{
    [Theory]
    [InlineData(0, "nol")]
    [InlineData(11, "sebelas")]
    [InlineData(17, "tujuh belas")]
    [InlineData(40, "empat puluh")]
    [InlineData(101, "seratus satu")]
    [InlineData(1080, "seribu delapan puluh")]
    [InlineData(2026, "dua ribu dua puluh enam")]
    public void Numbers_AreWrittenInWords(int number, string words) => IndonesianNumber.Words(number).ShouldBe(words);

    [Theory]
    [InlineData("III", 3)]
    [InlineData("xxxviii", 38)]
    [InlineData("12", 12)]
    [InlineData("IIX", null)]
    [InlineData("Perdana", null)]
    [InlineData("", null)]
    public void Batches_AreReadFromDigitsAndRomanNumerals(string text, int? number) =>
        IndonesianNumber.Read(text).ShouldBe(number);

    [Fact]
    public void Ordinals_BeginWithAWordOfTheirOwn()
    {
        IndonesianNumber.Ordinal(1).ShouldBe("pertama");
        IndonesianNumber.Ordinal(21).ShouldBe("kedua puluh satu");
    }

    [Theory]
    [InlineData("SITI RAHMAWATI, S.SOS., M.SI.", "Siti Rahmawati, S.Sos., M.Si.")]
    [InlineData("DR. IR. H. AHMAD BIN USMAN, S.H., PH.D.", "Dr. Ir. H. Ahmad bin Usman, S.H., Ph.D.")]
    [InlineData("O'BRIEN NUR-AINI", "O'Brien Nur-Aini")]
    [InlineData("M. ALI II", "M. Ali II")]
    [InlineData("Hendra de Jong, SE", "Hendra de Jong, SE")]
    [InlineData("", "")]
    public void Names_InCapitals_GetTheirCaseBack_AndWrittenOnesKeepIt(string name, string titled) =>
        PersonName.Title(name).ShouldBe(titled);

    [Theory]
    [InlineData("Dr. Siti Rahmawati, S.Sos.", "Siti Rahmawati")]
    [InlineData("Moh. Hatta", "Moh. Hatta")]
    [InlineData("Dr.", "Dr.")]
    public void Names_CanStandWithoutDegrees(string name, string bare) => PersonName.Bare(name).ShouldBe(bare);
}
