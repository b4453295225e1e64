using System.Text;
using Pionir.Domain.Organization.Imports;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Organization;

/// <summary>An identity is a kind and a number: the same digits of another kind are somebody else's.</summary>
public sealed class SharedNumberTests(RosterFixture api) : IClassFixture<RosterFixture>
{
    private const string Header =
        "identity_type,identity_number,name,sex,birth_date,employment_type,rank,position,position_family,position_level,"
        + "unit_code,supervisor_identity,email,phone,active_from,active_to,previous_identity_number\n";

    [Fact]
    public async Task SameDigitsOfAnotherKind_AreAPersonOfTheirOwn()
    {
        await TwoAsync("198102022005011001");

        var people = await api.ScalarAsync<string>(
            $"SELECT string_agg(number_kind || ' ' || name, ', ' ORDER BY name) FROM employees WHERE number = {"198102022005011001"}"
        );

        people.ShouldBe("nip Anton Uji, nrp Beni Uji");
        await ApplyAsync(Row("NRP", "198102022005011001", "Beni Uji", rank: "Kapten"));
        (
            await api.ScalarAsync<string>(
                $"SELECT rank FROM employees WHERE name = {"Anton Uji"} AND number_kind = {"nip"}"
            )
        ).ShouldBe("III/a");
    }

    [Fact]
    public async Task SuperiorByANumberOfTwoPeople_IsLeftOpen()
    {
        await TwoAsync("198103032005011001");

        await ApplyAsync(Row("NIP", "199001012015011001", "Cici Uji", supervisor: "198103032005011001"));

        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM employees WHERE name = {"Cici Uji"} AND supervisor_id IS NULL AND supervisor_number IS NOT NULL"
            )
        ).ShouldBe(1);
    }

    [Fact]
    public async Task FormerNumberOfTwoPeople_IsToldAndTakesNobodyOver()
    {
        await TwoAsync("198104042005011001");

        var import = await api.ImportAsync(
            ImportKind.Employees,
            Encoding.UTF8.GetBytes(
                Header + Row("NIP", "198104042005012002", "Dedi Uji", previous: "198104042005011001")
            )
        );

        import.Counts.Wrong.ShouldBe(1);
        (
            await api.ScalarAsync<string[]>($"SELECT errors FROM import_findings WHERE import_id = {import.Id}")
        ).ShouldBe(["identity_number.ambiguous"]);
    }

    [Fact]
    public async Task OpeningBalanceOfANumberOfTwoPeople_IsTold()
    {
        await TwoAsync("198105052005011001");

        var import = await api.ImportAsync(
            ImportKind.OpeningBalances,
            "identity_number,year,jp,title,reference\n198105052005011001,2024,10,Diklat,SK-1\n"u8.ToArray()
        );

        (
            await api.ScalarAsync<string[]>($"SELECT errors FROM import_findings WHERE import_id = {import.Id}")
        ).ShouldBe(["identity_number.ambiguous"]);
    }

    private async Task TwoAsync(string number)
    {
        await ApplyAsync(Row("NIP", number, "Anton Uji"));
        await ApplyAsync(Row("NRP", number, "Beni Uji"));
    }

    private static string Row(
        string kind,
        string number,
        string name,
        string supervisor = "",
        string previous = "",
        string rank = "III/a"
    ) => $"{kind},{number},{name},L,,PNS,{rank},Arsiparis,JF,Muda,ROUM,{supervisor},,,2005-01-03,,{previous}\n";

    private async Task ApplyAsync(string row)
    {
        var import = await api.ImportAsync(ImportKind.Employees, Encoding.UTF8.GetBytes(Header + row));
        (import.State, import.Counts.Wrong).ShouldBe((ImportState.Applied, 0));
    }
}
