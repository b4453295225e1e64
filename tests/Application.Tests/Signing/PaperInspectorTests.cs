using System.Text;
using Pionir.Application.Common.Signing;
using Pionir.Application.Tests.Certificates;
using Pionir.Infrastructure.Certificates;
using Pionir.Infrastructure.Signing;

namespace Pionir.Application.Tests.Signing;

/// <summary>The inspector is shown what strangers send.</summary>
public sealed class PaperInspectorTests
{
    private static readonly byte[] Paper = new CertificateRenderer().Render(
        Papers.Snapshot("Siti Rahmawati"),
        "resmi-2"
    );
    private readonly PaperInspector inspector = new();

    [Fact]
    public void OwnPaper_NamesItsToken()
    {
        var reading = inspector.Read(Paper);

        reading.Token.ShouldBe("abcdefghijklmnopqrstuvwxyz0");
        reading.Title.ShouldBe("Sertifikat 0001/PPK/SERT/XI/2026 – Siti Rahmawati");
        reading.Signatures.ShouldBeEmpty();
    }

    [Fact]
    public async Task ForeignSignature_OverOurPaper_IsReadWithItsName()
    {
        using var signer = TestSigner.Rsa();

        var signature = inspector.Read(await SealedAsync(signer)).Signatures.ShouldHaveSingleItem();

        signature.State.ShouldBe(SignatureState.Valid);
        signature.Signer.ShouldBe("Segel Uji");
    }

    [Theory]
    [InlineData("/ByteRange[0 4294967295 4294967296 1]")]
    [InlineData("/ByteRange[0 99999999999 1 1]")]
    [InlineData("/ByteRange[0 -1 3 4]")]
    [InlineData("/ByteRange[5 10 20 30]")]
    [InlineData("/ByteRange[0 10 5 1]")]
    [InlineData("/ByteRange[0 2147483647 2147483647 2147483647]")]
    [InlineData("/ByteRange")]
    [InlineData("/ByteRange[0 0 2 0]<>")]
    [InlineData("<dc:identifier>")]
    [InlineData("/Title <FEFFD800>")]
    [InlineData("/Title <FEFFZZZZ>")]
    [InlineData("/Title <FEFF>")]
    public void TrickyWords_LeadNowhere(string words)
    {
        var file = Encoding.Latin1.GetBytes($"%PDF-1.7\n{words}");

        inspector.Read(file).Signatures.ShouldBeEmpty();
        inspector.Read([.. Paper, .. file]).Signatures.ShouldBeEmpty();
    }

    [Fact]
    public void ThousandSignaturesThatAreNone_AreNotAllLookedAt()
    {
        var text = new StringBuilder("%PDF-1.7\n<00>");
        for (var at = 0; at < 1000; at++)
        {
            text.Append("/ByteRange[0 9 13 5]");
        }

        var signatures = inspector.Read(Encoding.Latin1.GetBytes(text.ToString())).Signatures;

        signatures.Count.ShouldBe(4);
        signatures.ShouldAllBe(signature => signature.State == SignatureState.Unreadable);
    }

    [Fact]
    public async Task BrokenCopiesOfASignedPaper_AreNeverValid_WhereItIsCovered()
    {
        using var signer = TestSigner.Curve();
        var file = await SealedAsync(signer);
        var hole = Encoding.Latin1.GetString(file).LastIndexOf("/Contents<", StringComparison.Ordinal);
        var random = new Random(7);
        for (var round = 0; round < 400; round++)
        {
            var broken = (byte[])file.Clone();
            // Within what is signed, and sometimes also within the signature.
            broken[random.Next(hole)] ^= (byte)(1 + random.Next(255));
            if (round % 3 == 0)
            {
                broken[hole + 10 + random.Next(800)] = (byte)"0123456789ABCDEF"[random.Next(16)];
            }

            inspector.Read(broken).Signatures.ShouldAllBe(signature => signature.State != SignatureState.Valid);
        }
    }

    private static async Task<byte[]> SealedAsync(ICertificateSigner signer)
    {
        var seals = new PaperSeals(signer, new NoTimestamps());
        var now = new DateTimeOffset(2026, 11, 20, 3, 4, 5, TimeSpan.Zero);
        var seal = await seals.MakeAsync(Paper, mustBeStamped: true, now, TestContext.Current.CancellationToken);
        return seals.Apply(Paper, seal.Value);
    }
}
