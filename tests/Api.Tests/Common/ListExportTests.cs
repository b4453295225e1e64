using System.Net;
using System.Net.Http.Headers;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Common;

/// <summary>Lists that leave as spreadsheets: what their page shows, in the reader's words, for those who may read it.</summary>
public sealed class ListExportTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("/users", Permission.UsersManage, "Nama,Surel,Peran,Status", "Name,E-mail,Roles,State")]
    [InlineData("/delegations", Permission.DelegationManage, "Pelaksana,Jenis,Mulai", "Acting head,Kind,From")]
    [InlineData("/employees", Permission.EmployeesRead, "Nomor identitas,Nama", "Identity number,Name")]
    [InlineData("/imports", Permission.EmployeesImport, "Berkas,Isi,Status", "File,Content,State")]
    [InlineData("/trainings", Permission.TrainingsRead, "Kode kegiatan,Nama pelatihan", "Activity code,Title")]
    [InlineData("/trainings/board", Permission.TrainingsRead, "Kode kegiatan,Nama pelatihan", "Activity code,Title")]
    [InlineData("/void-numbers", Permission.CertificatesRead, "Nomor,Tahun,Sebab", "Number,Year,Cause")]
    public async Task Columns_AreInTheReadersWords_AndStrangersGetNothing(
        string list,
        Permission needed,
        string indonesian,
        string english
    )
    {
        (await CsvAsync(TestUser.With(needed), list, "id")).ShouldStartWith(indonesian);
        (await CsvAsync(TestUser.With(needed), list, "en")).ShouldStartWith(english);
        var stranger = await api.Client(TestUser.With(Permission.OwnProfile)).GetAsync($"/api/v1{list}/export");
        stranger.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Users_LeaveAsTheyAreNarrowed_WithFormulasMadeText_AndTheTrailKnows()
    {
        await AddAccountAsync("=cmd|' /C calc'!A0", "Active");
        await AddAccountAsync("Orang Lain", "Disabled");
        var before = await ExportsAsync();

        var csv = await CsvAsync(TestUser.With(Permission.UsersManage), "/users", "id", "&status=active");

        csv.ShouldContain("'=cmd");
        csv.ShouldContain("Aktif");
        csv.ShouldNotContain("Orang Lain");
        (await ExportsAsync()).ShouldBe(before + 1);

        Task<long> ExportsAsync() =>
            api.ScalarAsync<long>($"SELECT count(*) FROM audit_entries WHERE action = {"ExportUsers"}");
    }

    private async Task AddAccountAsync(string name, string status)
    {
        var id = Guid.CreateVersion7();
        var email = $"{id:N}@contoh.example";
        await api.SqlAsync(
            $"INSERT INTO accounts (id, email, name, status, created_at) VALUES ({id}, {email}, {name}, {status}, {FakeClock.Start})"
        );
    }

    private async Task<string> CsvAsync(TestUser user, string list, string language, string filter = "")
    {
        var client = api.Client(user);
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        var response = await client.GetAsync($"/api/v1{list}/export?format=csv{filter}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadAsStringAsync()).TrimStart('\uFEFF');
    }
}
