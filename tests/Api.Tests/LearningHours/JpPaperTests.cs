using System.Net;
using System.Net.Http.Json;
using Pionir.Application.Certificates.Queries;
using Pionir.Application.LearningHours.Queries;
using Pionir.Application.Organization;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;
using Pionir.Tests.Common.Papers;

namespace Pionir.Api.Tests.LearningHours;

/// <summary>A statement on paper: signed, archivable, and checked by anybody who is shown it.</summary>
public sealed class JpPaperTests(LedgerFixture api) : IClassFixture<LedgerFixture>
{
    [Fact]
    public async Task Paper_IsSignedArchivable_AndSaysWhatTheStatementSays()
    {
        var person = await PersonAsync(jp: 12);

        var paper = await PaperAsync(person);

        (await PdfPrograms.PdfsigAsync(paper)).ShouldContain("Signature is Valid.");
        (await PdfPrograms.QpdfAsync(paper)).ShouldContain("No syntax or stream encoding errors found");
        ArchiveCheck.Complaints(paper).ShouldBeEmpty();
        var text = await PdfPrograms.RunAsync("pdfinfo", "poppler-utils", paper, "-struct-text");
        text.ShouldContain(person.Name);
        text.ShouldContain("12 JP");
        // As people write it, not the code of its kind.
        text.ShouldContain("NIP");
        paper.Length.ShouldBeLessThan(60_000);
    }

    [Fact]
    public async Task SameDaySameHours_GiveTheSameFile_AlsoAtOnce()
    {
        var person = await PersonAsync(jp: 5);

        var papers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PaperAsync(person)));
        await api.PostAsync(LedgerFixture.Posting(person.Id, jp: 3));
        var later = await PaperAsync(person);

        papers.Select(Convert.ToHexString).Distinct().ShouldHaveSingleItem();
        later.AsSpan().SequenceEqual(papers[0]).ShouldBeFalse();
        (await api.ScalarAsync<long>($"SELECT count(*) FROM jp_papers WHERE employee_id = {person.Id.Value}")).ShouldBe(
            2
        );
    }

    [Fact]
    public async Task Anybody_ChecksItByItsToken_AndLearnsThatHoursHaveChanged()
    {
        var person = await PersonAsync(jp: 7);
        await PaperAsync(person);
        var token = await TokenAsync(person);

        var before = await VerifyAsync(token);
        await api.PostAsync(LedgerFixture.Posting(person.Id, jp: 2));
        var after = await VerifyAsync(token);

        before.Name.ShouldBe(person.Name);
        before.Earned.ShouldBe(7);
        before.Superseded.ShouldBeFalse();
        after.Earned.ShouldBe(7);
        after.Superseded.ShouldBeTrue();
    }

    [Fact]
    public async Task PaperOfAPastState_SaysOfWhichDay_AndWhenItWasMade()
    {
        var person = await PersonAsync(jp: 7);
        var then = Uri.EscapeDataString(api.Clock.GetUtcNow().ToString("O"));
        var day = DateOnly.FromDateTime(api.Clock.GetUtcNow().UtcDateTime);
        api.Clock.Advance(TimeSpan.FromDays(3));
        await api.PostAsync(LedgerFixture.Posting(person.Id, jp: 2));

        var paper = await api.Client(TestUser.With().As(person.Id.Value))
            .GetByteArrayAsync($"/api/v1/jp/statement/pdf?year=2026&asOf={then}");

        var said = await VerifyAsync(await TokenAsync(person));
        (said.On, said.IssuedOn, said.Earned, said.Superseded).ShouldBe((day, day.AddDays(3), 7, true));
        (await PdfPrograms.RunAsync("pdfinfo", "poppler-utils", paper, "-struct-text")).ShouldContain("dibuat");
    }

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("x")]
    public async Task UnknownToken_IsNotFound(string token) =>
        (await api.Client().GetAsync($"/api/v1/public/jp-statements/{token}")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );

    [Fact]
    public async Task FileOfAStatement_IsCheckedLikeACertificate()
    {
        var person = await PersonAsync(jp: 9);
        var paper = await PaperAsync(person);

        var whole = await CheckAsync(paper);
        var extended = await CheckAsync([.. paper, .. "\n%lebih\n"u8]);
        paper[paper.AsSpan().IndexOf("endstream"u8) - 9] ^= 1;
        var changed = await CheckAsync(paper);

        whole.File.ShouldBe(FileStanding.Unchanged);
        whole.Statement!.Earned.ShouldBe(9);
        whole.Certificate.ShouldBeNull();
        extended.File.ShouldBe(FileStanding.Extended);
        changed.File.ShouldBe(FileStanding.Changed);
        changed.Statement!.Name.ShouldBe(person.Name);
    }

    [Fact]
    public async Task PaperOfSomebodyElse_NeedsTheirScope()
    {
        var person = await PersonAsync(jp: 1);
        var address = $"/api/v1/jp/statement/pdf?employeeId={person.Id.Value}&year=2026";
        var foreign = TestUser.With(Permission.JpRead).Of(Guid.CreateVersion7());

        (await api.Client(foreign).GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await api.Client().GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await api.Client(TestUser.With(Permission.JpRead)).GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<EmployeeCard> PersonAsync(int jp)
    {
        var person = await api.PersonAsync();
        await api.PostAsync(LedgerFixture.Posting(person.Id, jp: jp));
        return person;
    }

    private Task<byte[]> PaperAsync(EmployeeCard person) =>
        api.Client(TestUser.With().As(person.Id.Value)).GetByteArrayAsync("/api/v1/jp/statement/pdf?year=2026");

    private Task<string> TokenAsync(EmployeeCard person) =>
        api.ScalarAsync<string>($"SELECT token FROM jp_papers WHERE employee_id = {person.Id.Value}");

    private async Task<JpStatementVerification> VerifyAsync(string token) =>
        (
            await api.Client()
                .GetFromJsonAsync<JpStatementVerification>($"/api/v1/public/jp-statements/{token}", ApiFixture.Json)
        )!;

    private async Task<CertificateFileVerification> CheckAsync(byte[] file)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "rekap.pdf" } };
        var answer = await api.Client().PostAsync("/api/v1/public/certificates/file", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<CertificateFileVerification>(ApiFixture.Json))!;
    }
}
