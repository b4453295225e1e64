using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Files;
using Pionir.Domain.Common;
using Pionir.Tests.Common;

namespace Pionir.Application.Tests.Files;

public sealed class FileStoreTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const long Maximum = 2 * 1024 * 1024;

    public static TheoryData<string, byte[], string> Accepted =>
        new()
        {
            { "kak.pdf", Samples.Pdf(), "application/pdf" },
            { "foto.JPG", Samples.Jpeg, "image/jpeg" },
            { "foto.png", Samples.Png, "image/png" },
            { "memo.docx", Samples.Docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
            { "tanpa akhiran", Samples.Pdf(), "application/pdf" },
        };

    public static TheoryData<string, byte[], string> Refused =>
        new()
        {
            { "kosong.pdf", [], "file.empty" },
            { "besar.pdf", new byte[Maximum + 1], "file.too_large" },
            { "program.pdf", Samples.Executable, "file.disguised" },
            { "program.exe", Samples.Executable, "file.kind_not_allowed" },
            { "gambar.png", Samples.Pdf(), "file.disguised" },
            { "tabel.xlsx", Samples.Xlsx(), "file.kind_not_allowed" },
            { "sandi.pdf", Samples.Pdf("/Encrypt 5 0 R"), "file.encrypted" },
            { "sandi.docx", Samples.EncryptedOffice(), "file.encrypted" },
            { "potong.pdf", Samples.Pdf()[..20], "file.damaged" },
            { "potong.docx", Samples.Docx()[..60], "file.damaged" },
            { "bom.docx", Samples.Docx(("word/media/a", new byte[40_000_000])), "file.archive_bomb" },
            { "makro.docx", Samples.Docx(("word/vbaProject.bin", [1, 2, 3])), "file.macros" },
            { "arsip.zip", Samples.Zip([("a.txt", [1])]), "file.kind_not_allowed" },
            { "halaman.pdf", "<html><script>alert(1)</script>"u8.ToArray(), "file.disguised" },
        };

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task Save_KeepsWhatIsAllowed_WithTheTypeFoundInTheContent(string name, byte[] content, string type)
    {
        var stored = (await SaveAsync(name, content)).Value;

        stored.ContentType.ShouldBe(type);
        stored.Size.ShouldBe(content.Length);
        (await ReadAsync(stored.Hash)).ShouldBe(content);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Save_RefusesWithACode(string name, byte[] content, string code) =>
        (await SaveAsync(name, content)).Error.Code.ShouldBe(code);

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("C:\\Data\\kak \"akhir\".pdf", "kak 'akhir'.pdf")]
    [InlineData("nama\u202Efdp.pdf", "namafdp.pdf")]
    [InlineData("=cmd 🎓.pdf", "=cmd 🎓.pdf")]
    [InlineData("...", "berkas")]
    public async Task Save_CleansTheName(string name, string expected) =>
        (await SaveAsync(name, Samples.Pdf())).Value.Name.ShouldBe(expected);

    [Fact]
    public async Task Save_ShortensAnEndlessName_AndKeepsItsEnding()
    {
        var stored = (await SaveAsync(new string('n', 300) + ".pdf", Samples.Pdf())).Value;

        stored.Name.Length.ShouldBe(150);
        stored.Name.ShouldEndWith(".pdf");
    }

    [Fact]
    public async Task Save_SameContentByManyAtOnce_IsStoredOnce()
    {
        var content = Samples.Pdf("/Many true");

        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SaveAsync($"{i}.pdf", content)));

        var hash = saved.Select(result => result.Value.Hash).Distinct().ShouldHaveSingleItem();
        (await api.ScalarAsync<long>($"SELECT count(*) FROM stored_files WHERE hash = {hash}")).ShouldBe(1);
        (await ReadAsync(hash)).ShouldBe(content);
    }

    private Task<Result<StoredFile>> SaveAsync(string name, byte[] content) =>
        api.ScopeAsync(services =>
            services
                .GetRequiredService<IFileStore>()
                .SaveAsync(new MemoryStream(content), name, new FileRules(FileKinds.Evidence, Maximum), default)
        );

    private Task<byte[]> ReadAsync(string hash) =>
        api.ScopeAsync(async services =>
        {
            await using var content = await services.GetRequiredService<IFileStore>().OpenAsync(hash, default);
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy);
            return copy.ToArray();
        });
}
