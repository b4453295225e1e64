using System.Net;
using System.Text;

namespace Pionir.Api.Tests.Trainings;

public sealed class DocumentApiTests(PlanningScene scene) : IClassFixture<PlanningScene>
{
    public static TheoryData<string, byte[], int, string> Wrong =>
        new()
        {
            { "kosong.pdf", [], 400, "file.empty" },
            { "besar.pdf", new byte[2 * 1024 * 1024 + 1], 413, "file.too_large" },
            { "program.pdf", Encoding.ASCII.GetBytes("MZ not a paper"), 415, "file.disguised" },
            {
                "sandi.pdf",
                Encoding.ASCII.GetBytes("%PDF-1.7\ntrailer<</Encrypt 5 0 R>>\n%%EOF"),
                415,
                "file.encrypted"
            },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Upload_OfAWrongFile_IsRefusedAndNothingIsKept(
        string name,
        byte[] content,
        int status,
        string code
    )
    {
        var id = await scene.PlannedAsync();

        await scene.UploadAsync(id, "tor", content, name).ShouldRefuseAsync(status, code);

        (await scene.GetAsync(scene.Officer, Path(id))).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Upload_TicksTheChecklist()
    {
        var id = await scene.PlannedAsync();
        await PlanningScene.DoneAsync(scene.UploadAsync(id, "tor"));

        var list = await scene.GetAsync(scene.Officer, Path(id));

        list.GetProperty("checklist")
            .EnumerateArray()
            .Select(line => (line.GetProperty("kind").GetString(), line.GetProperty("present").GetBoolean()))
            .ShouldBe([("tor", true), ("assignmentLetter", false)], ignoreOrder: true);
    }

    [Fact]
    public async Task Download_ComesAsAttachment_AndPreviewWhereNothingCanAct()
    {
        var id = await scene.PlannedAsync();
        var uploaded = await PlanningScene.BodyAsync(await scene.UploadAsync(id, "tor", name: "kak “akhir”.pdf"));
        var path = $"{Path(id)}/{uploaded.GetProperty("id").GetGuid()}/content";

        var download = await scene.Client(scene.Officer).GetAsync(path);
        var preview = await scene.Client(scene.Officer).GetAsync(path + "?preview=true");

        (await download.Content.ReadAsByteArrayAsync()).ShouldBe(PlanningScene.Pdf);
        download.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        preview.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
        preview.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        preview.Headers.GetValues("X-Frame-Options").ShouldBe(["SAMEORIGIN"]);
        preview.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
    }

    [Fact]
    public async Task ContractsAndLetters_AreNotThereForEmployees_FlyersAre()
    {
        var id = await scene.OpenedAsync();
        var letter = await IdAsync(scene.UploadAsync(id, "contract"));
        var flyer = await IdAsync(scene.UploadAsync(id, "flyer"));

        (await scene.Client(scene.Employee).GetAsync($"{Path(id)}/{flyer}/content")).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        await scene
            .Client(scene.Employee)
            .GetAsync($"{Path(id)}/{letter}/content")
            .ShouldRefuseAsync(404, "document.not_found");
        (await scene.GetAsync(scene.Employee, Path(id))).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Upload_ToAnotherUnitsTraining_FindsNothing() =>
        await scene
            .UploadAsync(await scene.PlannedAsync(), "tor", by: scene.Stranger)
            .ShouldRefuseAsync(404, "training.not_found");

    [Fact]
    public async Task Remove_OfWhatASubmissionReliesOn_IsRefused()
    {
        var id = await scene.OpenedAsync();
        var list = await scene.GetAsync(scene.Officer, Path(id));
        var tor = list.GetProperty("items")[0].GetProperty("id").GetGuid();

        await scene.Client(scene.Officer).DeleteAsync($"{Path(id)}/{tor}").ShouldRefuseAsync(422, "document.in_use");
    }

    private static string Path(Guid training) => $"/api/v1/trainings/{training}/documents";

    private static async Task<Guid> IdAsync(Task<HttpResponseMessage> uploaded) =>
        (await PlanningScene.BodyAsync(await uploaded)).GetProperty("id").GetGuid();
}
