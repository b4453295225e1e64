using System.Net;
using System.Net.Http.Json;
using System.Text;
using Npgsql;
using Pionir.Application.Certificates.Commands;
using Pionir.Application.Certificates.Queries;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

public sealed class TemplateTests(CertificateFixture api) : IClassFixture<CertificateFixture>
{
    private const string Templates = "/api/v1/certificate-templates";

    private HttpClient Admin => api.Client(TestUser.With(Permission.CertificateTemplatesManage));

    [Fact]
    public async Task Issuing_PrintsTheAssignedVersion_AndKeepsItWhateverIsPublishedLater()
    {
        var id = await CreateAsync("Dipakai");
        var first = await PublishAsync(id);
        var (_, before) = await api.IssuedAsync(1);
        (await AssignAsync(id)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var (_, rows) = await api.IssuedAsync(1);
        var paper = await PaperAsync(rows[0].CertificateId!.Value);
        await ChangeAsync(id, document => document with { Margin = 20 });
        var second = await PublishAsync(id);
        var (_, later) = await api.IssuedAsync(1);

        (await api.GetAsync(before[0].CertificateId!.Value)).TemplateVersion.ShouldStartWith("resmi-");
        (await api.GetAsync(rows[0].CertificateId!.Value)).TemplateVersion.ShouldBe(first.Code);
        (await api.GetAsync(later[0].CertificateId!.Value)).TemplateVersion.ShouldBe(second.Code);
        (await PaperAsync(rows[0].CertificateId!.Value)).ShouldBe(paper);

        (await AssignAsync(null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var (_, last) = await api.IssuedAsync(1);
        (await api.GetAsync(last[0].CertificateId!.Value)).TemplateVersion.ShouldStartWith("resmi-");
    }

    [Fact]
    public async Task PublishedVersion_IsNotChanged_ByTheApplicationsOwnSql()
    {
        var id = await CreateAsync("Tetap");
        var code = (await PublishAsync(id)).Code;

        await Refused($"UPDATE certificate_template_versions SET document = '{{}}' WHERE code = '{code}'");
        await Refused($"DELETE FROM certificate_template_versions WHERE code = '{code}'");
        await Refused("TRUNCATE certificate_template_versions");
        await Refused("DELETE FROM certificate_pictures");
        await Refused("DELETE FROM certificate_fonts");

        async Task Refused(string sql)
        {
            await using var connection = new NpgsqlConnection(api.Database.AppConnection);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState.ShouldBe(
                PostgresErrorCodes.InsufficientPrivilege
            );
        }
    }

    [Fact]
    public async Task Draft_WithMistakes_IsKept_ButNotPublished()
    {
        var id = await CreateAsync("Belum jadi", "blank");

        var view = await GetAsync(id);
        view.CanPublish.ShouldBeTrue();
        (
            await IssuingTests.CodeAsync(
                await SendAsync(HttpMethod.Post, $"{Templates}/{id}/versions", null, view.Version)
            )
        ).ShouldBe("certificate_template.has_problems");
        (await IssuingTests.CodeAsync(await AssignAsync(id))).ShouldBe("certificate_template.not_published");
    }

    [Fact]
    public async Task Draft_PublishedFromManyWindows_IsPublishedOnce()
    {
        var id = await CreateAsync("Serentak");
        var (path, seen) = ($"{Templates}/{id}/versions", (await GetAsync(id)).Version);
        var all = Enumerable.Range(0, 6).Select(_ => SendAsync(HttpMethod.Post, path, null, seen));

        var answers = await Task.WhenAll(all);

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed).ShouldBe(5);
    }

    [Fact]
    public async Task Draft_NeedsTheVersionThatWasSeen_AndAReadableDocument()
    {
        var id = await CreateAsync("Bersama");
        var view = await GetAsync(id);
        var body = new { name = "Bersama", document = view.Document };

        (await SendAsync(HttpMethod.Put, $"{Templates}/{id}", body, view.Version)).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        (await SendAsync(HttpMethod.Put, $"{Templates}/{id}", body, view.Version)).StatusCode.ShouldBe(
            HttpStatusCode.PreconditionFailed
        );
        var twice = view.Document with { Blocks = [.. view.Document.Blocks, view.Document.Blocks[0]] };
        var again = await GetAsync(id);
        (
            await IssuingTests.CodeAsync(
                await SendAsync(
                    HttpMethod.Put,
                    $"{Templates}/{id}",
                    new { name = "Bersama", document = twice },
                    again.Version
                )
            )
        ).ShouldBe("certificate_template.document_invalid");
        (await IssuingTests.CodeAsync(await CreateResponseAsync("BERSAMA"))).ShouldBe(
            "certificate_template.name_taken"
        );
    }

    [Fact]
    public async Task Preview_DrawsTheUnsavedDocument_AndNamesItsProblems()
    {
        var document = TemplateStarter.Landscape();
        var broken = document with
        {
            Blocks =
            [
                .. document.Blocks,
                new TemplateBlock
                {
                    Id = "x",
                    Text = "{nama}",
                    X = 290,
                    Width = 20,
                    Height = 5,
                },
            ],
        };

        var good = await PreviewAsync(document);
        var bad = await PreviewAsync(broken);

        good.Problems.ShouldBeEmpty();
        good.Pages.Count.ShouldBe(2);
        bad.Problems.Where(problem => problem.BlockId == "x")
            .Select(problem => problem.Code)
            .ShouldBe(["template_problem.outside_page", "template_problem.field_unknown"], ignoreOrder: true);
        (await Admin.PostAsJsonAsync($"{Templates}/preview", new { sample = "ordinary" })).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    [Fact]
    public async Task Beginning_IsChosen()
    {
        var upright = await GetAsync(await CreateAsync("Tegak", "officialPortrait"));

        upright.Document.Orientation.ShouldBe(PaperOrientation.Portrait);
        upright.Document.ToJson().ShouldBe(TemplateStarter.Portrait().Renewed().ToJson());
        (await GetAsync(await CreateAsync("Kosong", "blank"))).Document.Blocks.ShouldBeEmpty();
    }

    [Fact]
    public async Task Copies_BeginAsTheOriginal_AndArchivedOnesRest()
    {
        var id = await CreateAsync("Asli");
        var copy = await Admin.PostAsJsonAsync($"{Templates}/{id}/copies", new { name = "Salinan" });
        var made = (await copy.Content.ReadFromJsonAsync<CertificateTemplateCreated>(ApiFixture.Json))!;

        (await GetAsync(made.Id)).Document.ToJson().ShouldBe((await GetAsync(id)).Document.ToJson());
        (await Admin.PutAsJsonAsync($"{Templates}/{made.Id}/archive", new { archived = true })).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await GetAsync(made.Id)).CanEdit.ShouldBeFalse();
        (
            await Admin.GetAsync($"{Templates}/{id}/paper?sample=longestNames")
        ).Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
    }

    [Fact]
    public async Task Fonts_NeedALicenceNote_AndAreKeptOnce()
    {
        (await IssuingTests.CodeAsync(await UploadFontAsync(""))).ShouldBe("certificate_font.licence_missing");
        var uploads = Enumerable.Range(0, 4).Select(_ => UploadFontAsync("SIL Open Font License 1.1"));
        var atOnce = await Task.WhenAll(uploads);
        atOnce.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        foreach (var refused in atOnce.Where(answer => answer.StatusCode != HttpStatusCode.OK))
            (await IssuingTests.CodeAsync(refused)).ShouldBe("certificate_font.already_there");
        (await IssuingTests.CodeAsync(await UploadFontAsync("SIL Open Font License 1.1", "OTTO"))).ShouldBe(
            "certificate_font.postscript"
        );
        var fonts = await Admin.GetFromJsonAsync<List<FontLine>>("/api/v1/certificate-fonts", ApiFixture.Json);
        fonts!.Count(font => font.Ships).ShouldBe(5);

        var used = fonts!.Single(font => !font.Ships);
        var block = new TemplateBlock
        {
            Id = "f",
            Text = "{name}",
            Font = used.Code,
            X = 20,
            Y = 20,
            Width = 200,
            Height = 20,
        };
        (await PreviewAsync(new TemplateDocument { Blocks = [block] })).Problems.ShouldNotContain(problem =>
            problem.BlockId == "f"
        );
    }

    [Fact]
    public async Task WhoMayNotManage_ReadsOrIsTurnedAway()
    {
        var id = await CreateAsync("Milik admin");

        (await api.Officer.GetAsync($"{Templates}/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await api.Officer.PostAsJsonAsync(Templates, new { name = "x" })).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await api.Client(TestUser.With(Permission.OwnProfile)).GetAsync(Templates)).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await Admin.GetAsync($"{Templates}/{Guid.NewGuid()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<HttpResponseMessage> CreateResponseAsync(string name, string beginning = "official") =>
        Admin.PostAsJsonAsync(Templates, new { name, beginning });

    private async Task<Guid> CreateAsync(string name, string beginning = "official")
    {
        var response = await CreateResponseAsync(name, beginning);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await response.Content.ReadFromJsonAsync<CertificateTemplateCreated>(ApiFixture.Json))!.Id;
    }

    private async Task<CertificateTemplateView> GetAsync(Guid id) =>
        (await Admin.GetFromJsonAsync<CertificateTemplateView>($"{Templates}/{id}", ApiFixture.Json))!;

    private async Task ChangeAsync(Guid id, Func<TemplateDocument, TemplateDocument> change)
    {
        var view = await GetAsync(id);
        var body = new { name = view.Name, document = change(view.Document) };
        (await SendAsync(HttpMethod.Put, $"{Templates}/{id}", body, view.Version)).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
    }

    private async Task<CertificateTemplatePublished> PublishAsync(Guid id)
    {
        var view = await GetAsync(id);
        var response = await SendAsync(HttpMethod.Post, $"{Templates}/{id}/versions", null, view.Version);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await response.Content.ReadFromJsonAsync<CertificateTemplatePublished>(ApiFixture.Json))!;
    }

    private Task<HttpResponseMessage> AssignAsync(Guid? templateId) =>
        Admin.PutAsJsonAsync("/api/v1/certificate-template-assignments", new { kind = "training", templateId });

    private async Task<byte[]> PaperAsync(Guid certificate) =>
        await api.Officer.GetByteArrayAsync($"/api/v1/certificates/{certificate}/file");

    private async Task<CertificateTemplatePreview> PreviewAsync(TemplateDocument document)
    {
        var response = await Admin.PostAsJsonAsync(
            $"{Templates}/preview",
            new { document, sample = "ordinary" },
            ApiFixture.Json
        );
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await response.Content.ReadFromJsonAsync<CertificateTemplatePreview>(ApiFixture.Json))!;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, uint version)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body, options: ApiFixture.Json);
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await Admin.SendAsync(request);
    }

    private async Task<HttpResponseMessage> UploadFontAsync(string licence, string mark = "")
    {
        var assembly = typeof(Infrastructure.Certificates.CertificatesServices).Assembly;
        using var font = new MemoryStream();
        await assembly.GetManifestResourceStream("fonts/EBGaramond12-Italic.ttf")!.CopyToAsync(font);
        font.Position = 0;
        font.Write(Encoding.ASCII.GetBytes(mark));
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(font.ToArray()), "file", mark == "OTTO" ? "garamond.otf" : "garamond.ttf" },
            { new StringContent(licence), "licence" },
        };
        return await Admin.PostAsync("/api/v1/certificate-fonts", form);
    }
}
