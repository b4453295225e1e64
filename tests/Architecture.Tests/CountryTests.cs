using System.Text.RegularExpressions;
using Pionir.Domain.Trainings;

namespace Pionir.Architecture.Tests;

public sealed partial class CountryTests
{
    [Fact]
    public void Page_OffersTheCountriesThatTheServerTakes()
    {
        var file = Path.Combine(Source.Root, "client-angular", "src", "app", "trainings", "countries.ts");
        var list = File.ReadAllText(file).Split('`')[1];

        Codes().Matches(list).Select(code => code.Value).ShouldBe(Countries.All, ignoreOrder: true);
    }

    [GeneratedRegex("[A-Z]{2}")]
    private static partial Regex Codes();
}
