using System.Security.Cryptography.Pkcs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Pionir.Application.Common.Signing;
using Pionir.Application.Tests.Certificates;
using Pionir.Infrastructure.Certificates;
using Pionir.Infrastructure.Signing;
using Pionir.Tests.Common;

namespace Pionir.Application.Tests.Signing;

/// <summary>With a time-stamp address, signatures are B-T; without an answer there is no signature.</summary>
public sealed class TimestampTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 3, 4, 5, TimeSpan.Zero);
    private static readonly byte[] Paper = new CertificateRenderer().Render(
        Papers.Snapshot("Siti Rahmawati"),
        "resmi-3"
    );

    [Fact]
    public async Task Token_OfTheAuthority_StandsInTheSignature()
    {
        using var signer = TestSigner.Curve();
        using var authority = new TimestampAuthority(Now.AddSeconds(2));

        var (file, seal) = await SealedAsync(signer, authority);

        seal.TimestampedAt.ShouldBe(Now.AddSeconds(2));
        var signature = new PaperInspector().Read(file).Signatures.ShouldHaveSingleItem();
        signature.State.ShouldBe(SignatureState.Valid);
        signature.TimestampedAt.ShouldBe(Now.AddSeconds(2));
        (await PdfPrograms.PdfsigAsync(file)).ShouldContain("Signature is Valid.");
        var cms = new SignedCms();
        cms.Decode(seal.Signature);
        cms.SignerInfos[0].UnsignedAttributes[0].Oid.Value.ShouldBe("1.2.840.113549.1.9.16.2.14");
    }

    [Fact]
    public async Task AuthorityThatStumblesOnce_IsAskedAgain()
    {
        using var signer = TestSigner.Curve();
        using var authority = new TimestampAuthority(Now) { Failures = 2 };

        var (_, seal) = await SealedAsync(signer, authority);

        seal.TimestampedAt.ShouldBe(Now);
        // Twice in vain, a trial that tells how long its tokens are, and the one that counts.
        authority.Asked.ShouldBe(4);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WithoutAGoodAnswer_NothingIsSigned(bool foreign)
    {
        using var signer = TestSigner.Curve();
        // Either nothing but failures, or a token for something else than what was asked.
        using var authority = new TimestampAuthority(Now) { Failures = foreign ? 0 : 99, StampsOther = foreign };

        var made = await Seals(signer, authority)
            .MakeAsync(Paper, mustBeStamped: true, Now, TestContext.Current.CancellationToken);

        made.Error.Code.ShouldBe("signing.timestamp_unavailable");
    }

    [Fact]
    public async Task SilentAuthority_IsLeftAloneForAWhile_SoThatAnArchiveDoesNotWaitForEachPaper()
    {
        using var signer = TestSigner.Curve();
        using var authority = new TimestampAuthority(Now) { Failures = 3 };
        var clock = new FakeClock();
        clock.Set(Now);
        var seals = Seals(signer, authority, clock);

        for (var paper = 0; paper < 20; paper++)
        {
            (
                await seals.MakeAsync(Paper, mustBeStamped: true, Now, TestContext.Current.CancellationToken)
            ).IsSuccess.ShouldBeFalse();
        }

        authority.Asked.ShouldBe(3);
        clock.Advance(TimeSpan.FromSeconds(31));
        (
            await seals.MakeAsync(Paper, mustBeStamped: true, Now, TestContext.Current.CancellationToken)
        ).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task RoomForTheToken_IsWhatTheAuthorityNeeds()
    {
        using var signer = TestSigner.Curve();
        using var authority = new TimestampAuthority(Now);
        var seals = Seals(signer, authority);

        foreach (var expected in new[] { 2, 3 })
        {
            var seal = (
                await seals.MakeAsync(Paper, mustBeStamped: true, Now, TestContext.Current.CancellationToken)
            ).Value;

            (seal.Room - seal.Signature.Length).ShouldBeInRange(0, 128);
            authority.Asked.ShouldBe(expected, "a trial token is asked for once");
        }
    }

    [Fact]
    public async Task AuthorityWhoseTokensGrew_GetsMoreRoomAndAnotherTry()
    {
        using var signer = TestSigner.Curve();
        using var authority = new TimestampAuthority(Now);
        var seals = Seals(signer, authority);
        var before = (
            await seals.MakeAsync(Paper, mustBeStamped: true, Now, TestContext.Current.CancellationToken)
        ).Value;

        authority.Ballast = 5000;
        var seal = (
            await seals.MakeAsync(Paper, mustBeStamped: true, Now, TestContext.Current.CancellationToken)
        ).Value;

        seal.Room.ShouldBeGreaterThan(before.Room + 5000);
        authority.Asked.ShouldBe(4);
        var file = seals.Apply(Paper, seal);
        new PaperInspector().Read(file).Signatures.ShouldHaveSingleItem().TimestampedAt.ShouldBe(Now);
        (await PdfPrograms.PdfsigAsync(file)).ShouldContain("Signature is Valid.");
    }

    private static async Task<(byte[] File, Seal Seal)> SealedAsync(TestSigner signer, TimestampAuthority authority)
    {
        var seals = Seals(signer, authority);
        var seal = (
            await seals.MakeAsync(Paper, mustBeStamped: true, Now, TestContext.Current.CancellationToken)
        ).Value;
        return (seals.Apply(Paper, seal), seal);
    }

    internal static PaperSeals Seals(
        ICertificateSigner signer,
        TimestampAuthority authority,
        TimeProvider? clock = null
    )
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Signing:TimestampAddress", "http://tsa.contoh.example/")])
            .Build();
        return new PaperSeals(
            signer,
            new Timestamps(configuration, authority, clock ?? TimeProvider.System, NullLogger<Timestamps>.Instance)
        );
    }
}
