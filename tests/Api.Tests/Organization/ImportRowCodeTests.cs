using System.Net.Http.Json;
using System.Text;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization.Imports;
using Pionir.Application.Organization.Queries;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Organization.Imports;
using Pionir.Domain.Organization.Units;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Organization;

/// <summary>Each wrong cell by the code of its own, at its row, beside good rows: what the roster with errors leaves out.</summary>
public sealed class ImportRowCodeTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Units = "code,name,parent_code,kind,active_from,active_to";
    private const string Employees =
        "identity_type,identity_number,name,sex,birth_date,employment_type,rank,position,position_family,position_level,"
        + "unit_code,supervisor_identity,email,phone,active_from,active_to";

    private static readonly string Short = new('x', Employee.ShortMaximum + 1);

    [Fact]
    public async Task Units_EachWrongRow_NamesWhatIsWrong() =>
        await ShouldTellAsync(
            ImportKind.Units,
            Units,
            ("SATU,Unit Satu,,biro,,", null),
            (",Tanpa kode,,biro,,", ImportRowErrors.CodeRequired),
            ($"{Short},Kode panjang,,biro,,", ImportRowErrors.CodeLength),
            ("DUA,,,biro,,", ImportRowErrors.NameRequired),
            ($"TIGA,{new string('x', 301)},,biro,,", ImportRowErrors.NameLength),
            ("EMPAT,Tanpa jenis,,,,", ImportRowErrors.KindRequired),
            ("LIMA,Induk sendiri,lima,biro,,", ImportRowErrors.ParentCodeSelf),
            ("ENAM,Tanpa induk,TIDAK-ADA,biro,,", ImportRowErrors.ParentCodeUnknown),
            ("TUJUH,Lingkaran,DELAPAN,biro,,", ImportRowErrors.ParentCodeCycle),
            ("DELAPAN,Lingkaran,TUJUH,biro,,", ImportRowErrors.ParentCodeCycle),
            ("SEMBILAN,Di bawah lingkaran,TUJUH,biro,,", ImportRowErrors.ParentCodeCycle),
            ("satu,Kode kedua kali,,biro,,", ImportRowErrors.CodeDuplicate),
            ("A,Hari salah,,biro,31.13.2020,", ImportRowErrors.ActiveFromFormat),
            ("B,Hari salah,,biro,,kemarin", ImportRowErrors.ActiveToFormat),
            ("C,Terbalik,,biro,2024-01-01,2023-12-31", ImportRowErrors.ActiveToBeforeActiveFrom),
            ("D,Biro Ren\uFFFDe,,biro,,", ImportRowErrors.LettersLost),
            ("E,Unit Lima,satu,biro,,", null)
        );

    /// <summary>Children first, as a file may have them: the whole way up is gone for the first row.</summary>
    [Fact]
    public async Task Units_OneBelowTheOtherWithoutEnd_AreRefusedFromTheLowestLevelOn() =>
        await ShouldTellAsync(
            ImportKind.Units,
            Units,
            [
                .. Enumerable
                    .Range(0, Unit.LevelsMaximum + 3)
                    .Reverse()
                    .Select(level =>
                        (
                            $"TINGKAT-{level},Tingkat {level},{(level == 0 ? "" : $"TINGKAT-{level - 1}")},biro,,",
                            level < Unit.LevelsMaximum ? null : ImportRowErrors.ParentCodeTooDeep
                        )
                    ),
            ]
        );

    [Fact]
    public async Task Employees_EachWrongRow_NamesWhatIsWrong()
    {
        await api.ImportAsync(
            ImportKind.Units,
            Encoding.UTF8.GetBytes("code,name,parent_code,kind\nBIRO,Biro,,biro\n")
        );

        await ShouldTellAsync(
            ImportKind.Employees,
            Employees,
            (Row(1), null),
            (Row(2, "KTP", at: "identity_type"), IdentityNumberErrors.UnknownTypeCode),
            (Row(3, "Ren\uFFFDe", at: "name"), ImportRowErrors.LettersLost),
            (Row(4, "X", at: "sex"), ImportRowErrors.SexUnknown),
            (Row(5, Short, at: "rank"), ImportRowErrors.RankLength),
            (Row(6, new string('x', 301), at: "position"), ImportRowErrors.PositionLength),
            (Row(7, Short, at: "position_family"), ImportRowErrors.PositionLength),
            (Row(8, Short, at: "position_level"), ImportRowErrors.PositionLength),
            (Row(9, new string('0', 31), at: "phone"), ImportRowErrors.PhoneLength),
            (Row(10, "2013-02-30", at: "active_from"), ImportRowErrors.ActiveFromFormat),
            (Row(11, "kemarin", at: "active_to"), ImportRowErrors.ActiveToFormat),
            (Row(12), null)
        );
    }

    /// <summary>A person of whom one cell is another.</summary>
    private static string Row(int place, string cell = "", string? at = null)
    {
        var cells =
            $"NIP,198506052010031{place:000},Pegawai {place},L,1985-06-05,PNS,III/a,Analis,Administrasi,Pelaksana,BIRO,,,,2010-03-01,".Split(
                ','
            );
        if (at is not null)
        {
            cells[Array.IndexOf(Employees.Split(','), at)] = cell;
        }
        return string.Join(',', cells);
    }

    private async Task ShouldTellAsync(ImportKind kind, string header, params (string Row, string? Code)[] rows)
    {
        var file = string.Join('\n', rows.Select(row => row.Row).Prepend(header));

        var import = await api.ImportAsync(kind, Encoding.UTF8.GetBytes(file));

        var page = await api.Client(TestUser.With(Permission.EmployeesImport))
            .GetFromJsonAsync<Page<ImportRowView>>($"/api/v1/imports/{import.Id}/rows?size=100", ApiFixture.Json);
        page!.Items.Select(row => string.Join(' ', row.Errors)).ShouldBe(rows.Select(row => row.Code ?? ""));
        page.Items.Where(row => row.Errors.Count > 0).ShouldAllBe(row => row.Explanations[0].Id.Contains(' '));
        (import.State, import.Counts.New).ShouldBe((ImportState.Applied, rows.Count(row => row.Code is null)));
    }
}
