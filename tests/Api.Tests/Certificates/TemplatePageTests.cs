using System.Net;
using System.Net.Http.Json;
using Pionir.Application.Certificates.Commands;
using Pionir.Application.Certificates.Queries;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;
using Pionir.Tests.Common.Papers;

namespace Pionir.Api.Tests.Certificates;

/// <summary>From somebody's PDF to the page behind a certificate.</summary>
public sealed class TemplatePageTests(CertificateFixture api) : IClassFixture<CertificateFixture>
{
    private const string Pictures = "/api/v1/certificate-pictures";

    private HttpClient Admin => api.Client(TestUser.With(Permission.CertificateTemplatesManage));

    [Fact]
    public async Task ChosenPage_IsKeptAlone_Shown_AndPrinted()
    {
        var file = PdfSketch.Of(pages: 2);

        var undecided = await UploadAsync(file, null);
        var line = await TakenAsync(file, 1);
        var again = await TakenAsync(file, 1);

        undecided.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await IssuingTests.CodeAsync(undecided)).ShouldBe("certificate_picture.page_needed");
        (line.IsPage, line.Width, line.Height, line.Name).ShouldBe((true, 297, 210, "latar (1).pdf"));
        again.Id.ShouldBe(line.Id);
        var kept = await Admin.GetAsync($"{Pictures}/{line.Id}/file");
        kept.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        (await PdfPrograms.PdfinfoAsync(await kept.Content.ReadAsByteArrayAsync())).ShouldMatch(@"Pages:\s+1\n");

        var id = await TemplateAsync(line.Id);
        var paper = await Admin.GetByteArrayAsync($"/api/v1/certificate-templates/{id}/paper?sample=ordinary");
        ArchiveCheck.Complaints(paper).ShouldBeEmpty();
    }

    [Fact]
    public async Task WhatCannotBeArchived_IsRefused_WithWordsThatSayWhatToDo()
    {
        var refused = await UploadAsync(PdfSketch.Of(catalog: "/OpenAction<</S/JavaScript/JS(x)>>"), null);

        (await IssuingTests.CodeAsync(refused)).ShouldBe("certificate_picture.page_active");
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Cetak ke PDF");
        var reader = api.Client(TestUser.With(Permission.CertificatesIssue));
        (await UploadAsync(PdfSketch.Of(), null, reader)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<CertificatePictureLine> TakenAsync(byte[] file, int page)
    {
        var answer = await UploadAsync(file, page);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<CertificatePictureLine>(ApiFixture.Json))!;
    }

    private async Task<HttpResponseMessage> UploadAsync(byte[] file, int? page, HttpClient? client = null)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "latar.pdf" } };
        if (page is { } number)
            form.Add(new StringContent($"{number}"), "page");
        return await (client ?? Admin).PostAsync(Pictures, form);
    }

    private async Task<Guid> TemplateAsync(Guid background)
    {
        var made = await Admin.PostAsJsonAsync(
            "/api/v1/certificate-templates",
            new { name = "Berlatar halaman" },
            ApiFixture.Json
        );
        var id = (await made.Content.ReadFromJsonAsync<CertificateTemplateCreated>(ApiFixture.Json))!.Id;
        var view = (
            await Admin.GetFromJsonAsync<CertificateTemplateView>(
                $"/api/v1/certificate-templates/{id}",
                ApiFixture.Json
            )
        )!;
        using var change = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/certificate-templates/{id}")
        {
            Content = JsonContent.Create(
                new { view.Name, Document = view.Document with { Background = background } },
                options: ApiFixture.Json
            ),
        };
        change.Headers.TryAddWithoutValidation("If-Match", $"\"{view.Version}\"");
        (await Admin.SendAsync(change)).StatusCode.ShouldBe(HttpStatusCode.OK);
        return id;
    }
}
