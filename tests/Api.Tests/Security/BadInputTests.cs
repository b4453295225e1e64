using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Pionir.Api.Tests.Faults;
using Pionir.Domain.Organization.Imports;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Security;

/// <summary>A unit, and people under it, for bad input from spreadsheets.</summary>
public sealed class BadInputBed : SceneBed
{
    public Guid Training { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await this.ImportAsync(ImportKind.Units, Roster.Units);
        Training = await this.TrainingAsync("Open", quota: 20, startsIn: 30);
    }
}

/// <summary>Bad input that comes in files: told at its row or for the whole file, nothing lost and nothing half-done.</summary>
public sealed class BadInputTests(BadInputBed api) : IClassFixture<BadInputBed>
{
    private static readonly string Header = Encoding.UTF8.GetString(Roster.Employees).Split('\n')[0].TrimEnd('\r');
    private static int count;

    public static TheoryData<string, string> Names =>
        new()
        {
            { "Siti \"Ana\" O'Neil", "Siti \"Ana\" O'Neil" },
            { "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0" },
            { "Budi 😀 🎓", "Budi 😀 🎓" },
            { "\u202eidub\u202c", "\u202eidub\u202c" },
            { new string('a', 300), new string('a', 300) },
        };

    [Theory]
    [MemberData(nameof(Names), DisableDiscoveryEnumeration = true)]
    public async Task Name_OfAnyLetters_ComesInAsItIs(string name, string expected)
    {
        var number = Number();

        var import = await api.ImportAsync(ImportKind.Employees, File(Row(number, name)));

        import.Counts.New.ShouldBe(1);
        (await api.ScalarAsync<string>($"SELECT name FROM employees WHERE number = {number}")).ShouldBe(expected);
    }

    [Fact]
    public async Task Name_OfMoreThan300Letters_IsRefusedAtItsRow_AndTheOthersComeIn()
    {
        var (good, bad) = (Number(), Number());

        var import = await api.ImportAsync(
            ImportKind.Employees,
            File(Row(bad, new string('a', 301)), Row(good, "Baik"))
        );

        (import.Counts.New, import.Counts.Wrong).ShouldBe((1, 1));
        (await api.ScalarAsync<long>($"SELECT count(*) FROM employees WHERE number = {bad}")).ShouldBe(0);
    }

    [Fact]
    public async Task Nul_FarInsideTheFile_IsNoText()
    {
        var rows = Enumerable
            .Range(0, 900)
            .Select(at => Row(Number(), $"Pegawai {at}"))
            .Append(Row(Number(), "Ana\0B"));

        await api.UploadAsync(ImportKind.Employees, File([.. rows]))
            .ShouldRefuseAsync(HttpStatusCode.UnsupportedMediaType, "file.disguised");
    }

    [Fact]
    public async Task Participants_OfHundredThousandRows_AreRefusedAsAWhole()
    {
        var rows = string.Concat(Enumerable.Repeat("198506052013092003,Ana,Unit\n", 100_000));

        await UploadAsync("NIP,Nama,Unit\n" + rows)
            .ShouldRefuseAsync(HttpStatusCode.RequestEntityTooLarge, "spreadsheet.too_many_rows");
    }

    [Fact]
    public async Task Participants_WhoLeft_AreNamed_AndTheOthersComeIn()
    {
        var (left, works) = (Number(), Number());
        await api.ImportAsync(ImportKind.Employees, File(Row(left, "Sudah Pergi"), Row(works, "Masih Ada")));
        await api.SqlAsync($"UPDATE employees SET active_to = current_date - 1 WHERE number = {left}");

        var response = await UploadAsync($"NIP,Nama,Unit\n{left},,\n{works},,\n");

        var outcome = await response.Content.ReadFromJsonAsync<JsonElement>();
        outcome.GetProperty("accepted").GetInt32().ShouldBe(1);
        var row = outcome.GetProperty("rows")[0];
        row.GetProperty("row").GetInt32().ShouldBe(2);
        row.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("participant.employee_left");
    }

    [Fact]
    public async Task Employee_WithTheLongestNumber_TakesPart()
    {
        var number = Number();
        await api.ImportAsync(ImportKind.Employees, File(Row(number, "Nomor Panjang")));
        var longest = new string('9', 40);
        await api.SqlAsync($"UPDATE employees SET number = {longest} WHERE number = {number}");
        var employee = await api.ScalarAsync<Guid>($"SELECT id FROM employees WHERE number = {longest}");

        var response = await api.Client(TestUser.Everything)
            .PostAsJsonAsync(
                $"/api/v1/trainings/{api.Training}/participants",
                new { employeeIds = new[] { employee } }
            );

        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        (
            await api.ScalarAsync<string>($"SELECT identity_number FROM participants WHERE employee_id = {employee}")
        ).ShouldBe(longest);
    }

    private Task<HttpResponseMessage> UploadAsync(string csv)
    {
        var form = new MultipartFormDataContent { { new StringContent(csv), "file", "peserta.csv" } };
        return api.Client(TestUser.Everything)
            .PostAsync($"/api/v1/trainings/{api.Training}/participants/import?preview=false", form);
    }

    private static byte[] File(params string[] rows) => Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(Header)));

    /// <summary>An NIP of somebody born on 5 June 1985 and appointed in March 2010.</summary>
    private static string Number() =>
        $"19850605201003{(Interlocked.Increment(ref count) / 1000) + 1}{count % 1000:000}";

    private static string Row(string number, string name) =>
        $"NIP,{number},\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",L,1985-06-05,PNS,III/a,Analis,Administrasi,Pelaksana,"
        + "BTDI,,,,2010-03-01,";
}
