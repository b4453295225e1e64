using System.IO.Compression;
using System.Net.Http.Json;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.OwnData.Queries;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

/// <summary>The data held on a person are also the papers that bear their name.</summary>
public sealed class OwnPapersTests(CertificateFixture api) : IClassFixture<CertificateFixture>
{
    [Fact]
    public async Task OwnData_HoldsEveryCertificate_AsThePaperItIs_AndNobodyElses()
    {
        var (training, rows) = await api.IssuedAsync(3);
        var person = api.People(training.Id)[0];
        var mine = rows.Single(row => row.Name == person.Name);
        var me = await PersonAsync(person.EmployeeId!.Value);

        var export = await ExportAsync(me);
        using var zip = new ZipArchive(
            await (await api.Client(me).GetAsync($"/api/v1/account/data/{export.Id}/file")).Content.ReadAsStreamAsync()
        );

        zip.Entries.Where(entry => entry.FullName.StartsWith("sertifikat/", StringComparison.Ordinal))
            .ShouldAllBe(entry => entry.FullName.Contains(mine.Number!.Split('/')[0]));
        (await ReadAsync(zip, ".pdf")).ShouldBe(
            await api.Officer.GetByteArrayAsync($"/api/v1/certificates/{mine.CertificateId}/file")
        );
        (await ReadAsync(zip, ".json")).ShouldBe(
            await api.Officer.GetByteArrayAsync($"/api/v1/certificates/{mine.CertificateId}/credential")
        );
    }

    private static async Task<byte[]> ReadAsync(ZipArchive zip, string extension)
    {
        var entry = zip.Entries.Single(entry =>
            entry.FullName.StartsWith("sertifikat/", StringComparison.Ordinal)
            && entry.FullName.EndsWith(extension, StringComparison.Ordinal)
        );
        using var content = new MemoryStream();
        await using var packed = await entry.OpenAsync();
        await packed.CopyToAsync(content);
        return content.ToArray();
    }

    private async Task<TestUser> PersonAsync(Domain.Organization.EmployeeId employee)
    {
        var account = await api.AccountAsync(employee);
        return TestUser.With(Permission.OwnProfile) with { UserId = account.Id.Value, EmployeeId = employee.Value };
    }

    private async Task<OwnDataExportView> ExportAsync(TestUser me)
    {
        const string path = "/api/v1/account/data";
        (await api.Client(me).PostAsync(path, null)).EnsureSuccessStatusCode();
        while (true)
        {
            var newest = (await api.Client(me).GetFromJsonAsync<List<OwnDataExportView>>(path, ApiFixture.Json))![0];
            newest.State.ShouldNotBe(JobState.Failed);
            if (newest.State == JobState.Succeeded)
            {
                return newest;
            }
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
