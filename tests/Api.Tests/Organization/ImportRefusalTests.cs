using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Imports;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Organization;

public sealed class ImportRefusalTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<string, string, byte[]> Files =>
        new()
        {
            { "spreadsheet.empty", "kosong.csv", [] },
            { "spreadsheet.no_rows", "judul.csv", Encoding.UTF8.GetBytes("code,name,parent_code,kind\n") },
            { "spreadsheet.columns_missing", "kolom.csv", Encoding.UTF8.GetBytes("kode,nama\nA,B\n") },
            { "spreadsheet.not_a_spreadsheet", "roster.csv", Encoding.UTF8.GetBytes("%PDF-1.7\n") },
            { "spreadsheet.legacy_format", "roster.xlsx", [.. Compound, .. new byte[600]] },
            {
                "spreadsheet.encrypted",
                "roster.xlsx",
                [.. Compound, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")]
            },
            { "spreadsheet.damaged", "roster.xlsx", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3, 4, 5, 6] },
        };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public async Task BadFile_IsRefusedInBothLanguages_AndNothingIsKept(string code, string name, byte[] content)
    {
        var response = await api.UploadAsync(ImportKind.Units, content, name);

        ((int)response.StatusCode).ShouldBeInRange(400, 499);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("errors")[0].GetProperty("id").GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("errors")[0].GetProperty("en").GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        (await api.ScalarAsync<long>($"SELECT count(*) FROM imports")).ShouldBe(0);
    }

    [Fact]
    public async Task WhoMayNotImport_IsRefused_AndAnUnknownImportIsNotFound()
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(Roster.Units), "file", "units.csv" } };

        (
            await api.Client(TestUser.With(Permission.EmployeesRead)).PostAsync("/api/v1/imports", form)
        ).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (
            await api.Client(TestUser.With(Permission.EmployeesImport)).GetAsync($"/api/v1/imports/{Guid.NewGuid()}")
        ).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
