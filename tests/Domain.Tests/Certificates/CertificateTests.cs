using Pionir.Domain.Certificates;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Tests.Certificates;

public sealed class CertificateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);
    private static readonly Guid Officer = Guid.NewGuid();

    [Fact]
    public void Issued_IsIntact_AndFreezesWhatItSays()
    {
        var certificate = Issue();

        certificate.IsIntact().ShouldBeTrue();
        certificate.Status.ShouldBe(CertificateStatus.Issued);
        CertificateSnapshot.FromJson(certificate.Snapshot).Holder.Name.ShouldBe("Siti “Ana” Rahmawati, S.Sos.");
    }

    [Fact]
    public void Revoked_StaysRevoked()
    {
        var certificate = Issue();
        certificate.Revoke(RevocationClass.Misuse, "Dokumen dipalsukan", Officer, Now).IsSuccess.ShouldBeTrue();

        certificate
            .Revoke(RevocationClass.Misuse, "Dokumen dipalsukan", Officer, Now)
            .Error.Code.ShouldBe("certificate.already_revoked");
        certificate.EndedAt.ShouldBe(Now);
    }

    [Fact]
    public void EndOfACertificate_WithoutAReason_IsRefused_AndItStaysValid()
    {
        var certificate = Issue();

        certificate
            .Revoke(RevocationClass.Misuse, "  palsu   ", Officer, Now)
            .Error.Code.ShouldBe("certificate.reason_too_short");
        certificate
            .ReplaceWith(Draft(), Snapshot("0002/2026"), "salah", Officer, Now)
            .Error.Code.ShouldBe("certificate.reason_too_short");
        certificate.Status.ShouldBe(CertificateStatus.Issued);
    }

    [Fact]
    public void Replacement_ContinuesTheChain_AlsoFromARevokedOne()
    {
        var old = Issue();
        old.Revoke(RevocationClass.Mistake, "Nama salah ketik", Officer, Now);

        var next = old.ReplaceWith(Draft(), Snapshot("0002/2026"), "Nama salah ketik", Officer, Now).Value;

        old.Status.ShouldBe(CertificateStatus.Replaced);
        old.ReplacedBy.ShouldBe(next.Id);
        next.Edition.ShouldBe(2);
        next.Replaces.ShouldBe(old.Id);
        CertificateSnapshot.FromJson(next.Snapshot).Replaces.ShouldBe("0001/2026");
        old.ReplaceWith(Draft(), Snapshot("0003/2026"), "Nama salah ketik", Officer, Now)
            .Error.Code.ShouldBe("certificate.already_replaced");
    }

    [Fact]
    public void CorrectedTraining_MarksThePaper_UntilBothAgreeAgain_AndItStaysValid()
    {
        var certificate = Issue();
        var said = Snapshot("0001/2026").Training;

        certificate.CompareWith(said with { Jp = said.Jp + 2 }, Now);
        certificate.NeedsReissue.ShouldBeTrue();
        certificate.OutdatedSince.ShouldBe(Now);
        certificate.Status.ShouldBe(CertificateStatus.Issued);

        certificate.CompareWith(said with { Jp = said.Jp + 4 }, Now.AddDays(1));
        certificate.OutdatedSince.ShouldBe(Now);

        certificate.CompareWith(said with { Subjects = [.. said.Subjects] }, Now.AddDays(2));
        certificate.NeedsReissue.ShouldBeFalse();
    }

    [Fact]
    public void Revoked_IsNeverMarkedForAReissue()
    {
        var certificate = Issue();
        var said = Snapshot("0001/2026").Training;
        certificate.CompareWith(said with { Name = "Lain" }, Now);
        certificate.Revoke(RevocationClass.ResultCorrected, "Hasil dikoreksi", Officer, Now);

        certificate.NeedsReissue.ShouldBeFalse();
        certificate.CompareWith(said, Now).Error.Code.ShouldBe("certificate.already_revoked");
    }

    [Fact]
    public void Differences_NameTheFactsThatChanged()
    {
        var said = Snapshot("0001/2026").Training;

        said.DifferencesFrom(said with { EndsOn = said.EndsOn.AddDays(1), Place = "Bogor" })
            .ShouldBe([PrintedFact.Dates, PrintedFact.Place]);
        said.DifferencesFrom(said with { Subjects = [new SnapshotSubject("Etika", 2)] })
            .ShouldBe([PrintedFact.Subjects]);
    }

    [Theory]
    [InlineData("Dr. Ir. Siti Rahmawati, S.H., M.H.", "siti rahmawati")]
    [InlineData("José Ştefănescu", "JOSE STEFANESCU, Ph.D.")]
    [InlineData("O'Brien   Nguyễn", "obrien nguyen")]
    public void Names_AreComparedAsPeopleWriteThem(string printed, string typed) =>
        HolderName.Key(printed).ShouldBe(HolderName.Key(typed));

    [Theory]
    [InlineData("Moh. Hatta", "Hatta")]
    [InlineData("Siti Rahmawati", "Siti Rahma")]
    public void Names_OfOthers_AreNotTheSame(string printed, string typed) =>
        HolderName.Key(printed).ShouldNotBe(HolderName.Key(typed));

    [Fact]
    public void Tokens_AreLongAndNeverTheSame()
    {
        var tokens = Enumerable.Range(0, 2000).Select(_ => CertificateToken.NewVerification()).ToList();

        tokens.Distinct().Count().ShouldBe(tokens.Count);
        // Six bits a letter.
        tokens.ShouldAllBe(token => token.Length * 6 >= 128 && CertificateToken.LooksLikeVerification(token));
        CertificateToken.LooksLikeVerification("'; DROP TABLE certificates; --").ShouldBeFalse();
    }

    private static Certificate Issue() => Certificate.Issue(Draft(), Snapshot("0001/2026"), Officer, Now);

    private static CertificateDraft Draft() =>
        new(
            CertificateId.New(),
            CertificateKind.Training,
            NumberSeriesId.New(),
            1,
            Guid.NewGuid(),
            Guid.NewGuid(),
            EmployeeId.New(),
            UnitId.New(),
            null,
            null,
            "resmi-1"
        );

    private static CertificateSnapshot Snapshot(string number) =>
        new()
        {
            Number = number,
            Token = CertificateToken.NewVerification(),
            VerificationAddress = "https://pionir.contoh.go.id/v/x",
            Issuer = new SnapshotIssuer("Kementerian Contoh", "Pusat", ""),
            Holder = new SnapshotHolder("Siti “Ana” Rahmawati, S.Sos.", "NIP", "198507122010012003", null, "Biro Umum"),
            Training = new SnapshotTraining(
                "P-1",
                "Pelatihan",
                null,
                new(2026, 11, 3),
                new(2026, 11, 7),
                "Jakarta",
                40,
                []
            ),
            Signer = new SnapshotSigner("Budi", "Kepala Pusat"),
            IssuedOn = new DateOnly(2026, 11, 20),
            IssuedAt = "Jakarta",
        };
}
