using Pionir.Domain.Organization.Employees;

namespace Pionir.Domain.Tests.Organization;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Yuli Simanjuntak, S.Sos.", "yuli simanjuntak")]
    [InlineData("Prof. Dr. H. Ñusta Ölçer ‘Ayn, S.H., M.Si.", "h nusta olcer ayn")]
    [InlineData("Nu'man O’Brien-Smith", "numan obrien smith")]
    [InlineData("=HYPERLINK(\"http://x\")", "hyperlink http x")]
    [InlineData("Dr.", "dr")]
    [InlineData("\u202Eabc 😀", "abc")]
    [InlineData("", "")]
    public void Name_IsFoundByItsWords_WithoutTitlesAndAccents(string name, string words) =>
        string.Join(' ', PersonName.Words(name)).ShouldBe(words);

    [Theory]
    [InlineData("dr. maya sutanto s.e.", "maya sutanto")]
    [InlineData("Maya Sutanto, S.E., M.M.", "maya sutanto")]
    [InlineData("SE", "se")]
    [InlineData("yuli simanjuntak ssos", "yuli simanjuntak")]
    public void Question_MayNameADegree(string text, string words) =>
        string.Join(' ', PersonName.AskedWords(text)).ShouldBe(words);

    [Theory]
    [InlineData("SITI AMINAH", "Dra. Siti Aminah, M.Si.", true)]
    [InlineData("Moh. Rizky Hidayat", "Mohammad Rizki Hidayat Nur", true)]
    [InlineData("M Hidayat S.E.", "Muhammad Hidayat", true)]
    [InlineData("Suharto", "Suharto, S.H.", true)]
    [InlineData("Siti Rahmawati", "Siti Aminah", false)]
    [InlineData("Siti Nur Halimah", "Siti Nur Aisyah", false)]
    [InlineData("Muhammad", "Muhammad Hidayat", false)]
    [InlineData("Siti Amina", "Siti Hamidah", false)]
    public void Spellings_AreOnePersons_WhenTwoWordsAgreeAndNoneContradicts(string told, string known, bool same) =>
        PersonName.IsSame(told, known).ShouldBe(same);
}
