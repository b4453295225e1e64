using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using Pionir.Application.Common.Signing;
using Pionir.Application.Tests.Certificates;
using Pionir.Infrastructure.Certificates;
using Pionir.Infrastructure.Signing;
using Pionir.Tests.Common;
using Pionir.Tests.Common.Papers;

namespace Pionir.Application.Tests.Signing;

/// <summary>A signed paper, checked by programs that are not ours.</summary>
public sealed class PaperSealsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 3, 4, 5, 678, TimeSpan.Zero);
    private static readonly byte[] Paper = new CertificateRenderer().Render(
        Papers.Snapshot("Siti Rahmawati"),
        "resmi-2"
    );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Poppler_CallsTheSignatureValid_WithEitherKindOfKey(bool curve)
    {
        using var signer = curve ? TestSigner.Curve() : TestSigner.Rsa();

        var (_, file) = await SealedAsync(signer);

        var told = await PdfPrograms.PdfsigAsync(file);
        told.ShouldContain("Signature is Valid.");
        told.ShouldContain("Total document signed");
        told.ShouldContain("ETSI.CAdES.detached");
        told.ShouldContain("Segel Uji");
    }

    [Fact]
    public async Task SignedFile_IsCleanForOtherReaders_AndStillSmall()
    {
        using var signer = TestSigner.Curve();

        var (_, file) = await SealedAsync(signer);

        (await PdfPrograms.QpdfAsync(file)).ShouldContain("No syntax or stream encoding errors found");
        ArchiveCheck.Complaints(file).ShouldBeEmpty();
        file.AsSpan(0, Paper.Length).SequenceEqual(Paper).ShouldBeTrue();
        file.Length.ShouldBeLessThan(60_000);
    }

    [Fact]
    public async Task Seal_PutOnAgain_GivesTheSameBytes()
    {
        using var signer = TestSigner.Curve();

        var (seal, file) = await SealedAsync(signer);

        SHA256.HashData(file).ShouldBe(seal.FileHash);
        SHA256.HashData(Paper).ShouldBe(seal.PaperHash);
        Seals(signer).Apply(Paper, seal).ShouldBe(file);
    }

    [Fact]
    public async Task Signature_IsABaselineOne()
    {
        using var signer = TestSigner.Curve();

        var (seal, file) = await SealedAsync(signer);

        var cms = new SignedCms(new ContentInfo(Covered(file)), detached: true);
        cms.Decode(seal.Signature);
        cms.CheckSignature(verifySignatureOnly: true);
        var info = cms.SignerInfos.Cast<SignerInfo>().ShouldHaveSingleItem();
        info.SignedAttributes.Cast<CryptographicAttributeObject>()
            .Select(attribute => attribute.Oid.Value)
            .ShouldBe(
                ["1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4", "1.2.840.113549.1.9.16.2.47"],
                ignoreOrder: true
            );
        info.UnsignedAttributes.Count.ShouldBe(0);
        cms.Certificates.Count.ShouldBe(1);
        Encoding.Latin1.GetString(file).ShouldContain("/M(D:20261120030405Z)");
    }

    [Fact]
    public async Task ChangedLetter_IsNoticed()
    {
        using var signer = TestSigner.Curve();
        var (_, file) = await SealedAsync(signer);
        file[Paper.Length / 2] ^= 1;

        (await PdfPrograms.PdfsigAsync(file)).ShouldContain("Digest Mismatch");
    }

    private static PaperSeals Seals(ICertificateSigner signer) => new(signer, new NoTimestamps());

    private static async Task<(Seal Seal, byte[] File)> SealedAsync(ICertificateSigner signer)
    {
        var seals = Seals(signer);
        var seal = (
            await seals.MakeAsync(Paper, mustBeStamped: true, Now, TestContext.Current.CancellationToken)
        ).Value;
        return (seal, seals.Apply(Paper, seal));
    }

    private static byte[] Covered(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var range = text[(text.LastIndexOf("/ByteRange[", StringComparison.Ordinal) + 11)..].Split(']')[0];
        var parts = range.Split(' ').Select(int.Parse).ToArray();
        (parts[2] + parts[3]).ShouldBe(file.Length);
        return [.. file[..parts[1]], .. file[parts[2]..]];
    }
}
