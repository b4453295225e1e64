using Pionir.Api.Tests.Trainings;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

/// <summary>A completed training is opened again, corrected and completed anew: what becomes of its certificates.</summary>
public sealed partial class CorrectionTests(CorrectionFixture api) : IClassFixture<CorrectionFixture>
{
    [Fact]
    public async Task Reopened_CertificatesStayValid_AndCompletingUnchangedTouchesNone()
    {
        var scene = await api.CertifiedAsync();
        await api.ReopenAsync(scene.Training);
        (await StatusesAsync(scene)).ShouldAllBe(status => status == "Issued");
        var foreseen = await ForeseenAsync(scene.Training);
        var done = await api.CompleteAsync(scene.Training);

        foreseen.ShouldBe((0, 0, 3));
        Consequences(done.GetProperty("certificates")).ShouldBe((0, 0, 3));
        (await StatusesAsync(scene)).ShouldAllBe(status => status == "Issued");
        (await OutdatedAsync(scene)).ShouldBe(0);
    }

    [Fact]
    public async Task WhoNoLongerPasses_LosesTheCertificate_IsTold_AndThePublicSeesWhy()
    {
        var scene = await api.CertifiedAsync();
        await api.ReopenAsync(scene.Training);
        foreach (var session in scene.Sessions)
            await api.MarkAsync(scene.Training, session, [scene.People[0]], "absent");

        (await ForeseenAsync(scene.Training)).ShouldBe((1, 0, 2));
        await api.CompleteAsync(scene.Training);

        (await StatusesAsync(scene)).ShouldBe(["Revoked", "Issued", "Issued"]);
        var reason = await api.ScalarAsync<string>(
            $"SELECT reason FROM certificates WHERE participant_id = {scene.People[0]}"
        );
        reason.ShouldStartWith("PPK-");
        reason.ShouldEndWith(", 02-03-2026: Kehadiran satu peserta keliru");
        var employee = await EmployeeAsync(scene.People[0]);
        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM notifications WHERE employee_id = {employee} AND code = 'certificate.result_corrected'"
            )
        ).ShouldBe(1);
        var token = await api.ScalarAsync<string>(
            $"SELECT token FROM certificates WHERE participant_id = {scene.People[0]}"
        );
        var told = await api.GetAsync(null, $"/public/certificates/{token}");
        told.GetProperty("status").GetString().ShouldBe("revoked");
        told.GetProperty("revocationClass").GetString().ShouldBe("resultCorrected");
        told.GetProperty("endedOn").GetString().ShouldBe("2026-03-02");
        told.GetRawText().ShouldNotContain("keliru");
    }

    [Fact]
    public async Task WhoNoLongerPasses_GetsNoValidPaperByAReplacement()
    {
        var scene = await api.CertifiedAsync();
        await api.ReopenAsync(scene.Training);
        foreach (var session in scene.Sessions)
            await api.MarkAsync(scene.Training, session, [scene.People[0]], "absent");
        var id = await api.ScalarAsync<Guid>($"SELECT id FROM certificates WHERE participant_id = {scene.People[0]}");
        var body = new { name = (string?)null, reason = "Permintaan pemegang sertifikat" };
        (await api.PostAsync(api.Issuer, $"/certificates/{id}/replacement", body, 422))
            .Code()
            .ShouldBe("certificate_batch.training_not_completed");

        await api.CompleteAsync(scene.Training);

        (await api.PostAsync(api.Issuer, $"/certificates/{id}/replacement", body, 422))
            .Code()
            .ShouldBe("certificate_batch.not_passed");
        (await api.GetAsync(api.Issuer, $"/certificates/{id}")).GetProperty("canReissue").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task NameWrittenByHand_SurvivesALaterReissueOfAll()
    {
        var scene = await api.CertifiedAsync();
        var id = await api.ScalarAsync<Guid>($"SELECT id FROM certificates WHERE participant_id = {scene.People[0]}");
        await api.PostAsync(
            api.Issuer,
            $"/certificates/{id}/replacement",
            new { name = "Nama Yang Benar", reason = "Salah ejaan pada sertifikat" },
            201
        );
        await api.ReopenAsync(scene.Training);
        await MoreHoursAsync(scene.Training);
        await api.CompleteAsync(scene.Training);
        await ReissueAsync(scene.Training);

        (
            await api.ScalarAsync<string>(
                $"SELECT holder_name FROM certificates WHERE participant_id = {scene.People[0]} AND status = 'Issued'"
            )
        ).ShouldBe("Nama Yang Benar");
    }

    [Fact]
    public async Task ChangedFacts_AreReissuedInOneAct_InTheOrderOfTheNumbers()
    {
        var scene = await api.CertifiedAsync();
        await api.ReopenAsync(scene.Training);
        await MoreHoursAsync(scene.Training);
        (await ForeseenAsync(scene.Training)).ShouldBe((0, 3, 0));
        await api.CompleteAsync(scene.Training);

        var preview = await PreviewAsync(scene.Training);
        preview.GetProperty("outdated").GetInt32().ShouldBe(3);
        preview.GetProperty("canReissue").GetBoolean().ShouldBeTrue();
        preview.GetProperty("outdatedFacts").EnumerateArray().Select(fact => fact.GetString()).ShouldBe(["jp"]);
        (await StatusesAsync(scene)).ShouldAllBe(status => status == "Issued");
        var before = await NumbersAsync(scene.Training, "Issued");

        var done = await ReissueAsync(scene.Training);

        done.GetProperty("count").GetInt32().ShouldBe(3);
        (await NumbersAsync(scene.Training, "Replaced")).ShouldBe(before);
        var after = await NumbersAsync(scene.Training, "Issued");
        after.Select(CertificateFixture.Sequence).ShouldBe(after.Select(CertificateFixture.Sequence).Order());
        done.GetProperty("first").GetString().ShouldBe(after[0]);
        var jp = await api.ScalarAsync<int>(
            $"SELECT min(jp) FROM certificates WHERE source_id = {scene.Training} AND status = 'Issued'"
        );
        jp.ShouldBe(14);
        (await ReissueAsync(scene.Training, 422)).Code().ShouldBe("certificate_batch.nothing_to_reissue");
    }

    [Fact]
    public async Task CorrectedBack_NothingIsReissuedAnyMore()
    {
        var scene = await api.CertifiedAsync();
        await api.ReopenAsync(scene.Training);
        await MoreHoursAsync(scene.Training);
        await api.CompleteAsync(scene.Training);
        (await OutdatedAsync(scene)).ShouldBe(3);

        await api.ReopenAsync(scene.Training);
        await api.SqlAsync(
            $"UPDATE trainings SET programme_jp = NULL, programme_jp_reason = NULL WHERE id = {scene.Training}"
        );
        await api.CompleteAsync(scene.Training);

        (await OutdatedAsync(scene)).ShouldBe(0);
    }

    [Fact]
    public async Task TwoWindowsAtOnce_CorrectOnce_AndReissueOnce()
    {
        var scene = await api.CertifiedAsync(people: 6);
        await api.ReopenAsync(scene.Training);
        await MoreHoursAsync(scene.Training);
        foreach (var session in scene.Sessions)
            await api.MarkAsync(scene.Training, session, [scene.People[0]], "absent");

        var completions = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => SendAsync($"/trainings/{scene.Training}/complete", api.Officer))
        );
        var reissues = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => SendAsync($"/trainings/{scene.Training}/certificates/reissue", api.Issuer))
        );

        completions.Count(status => status == 200).ShouldBe(1);
        reissues.Order().ShouldBe([200, 422, 422, 422]);
        (await NumbersAsync(scene.Training, "Issued")).Count.ShouldBe(5);
        (await NumbersAsync(scene.Training, "Replaced")).Count.ShouldBe(5);
        (await NumbersAsync(scene.Training, "Revoked")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task WhoPassesAfterAll_GetsANewCertificateByIssuing()
    {
        var scene = await api.CertifiedAsync(people: 2);
        await api.ReopenAsync(scene.Training);
        await api.MarkAsync(scene.Training, scene.Sessions[0], [scene.People[0]], "absent");
        await api.CompleteAsync(scene.Training);
        await api.ReopenAsync(scene.Training);
        await api.MarkAsync(scene.Training, scene.Sessions[0], [scene.People[0]], "full");
        await api.CompleteAsync(scene.Training);

        (await PreviewAsync(scene.Training)).GetProperty("willIssue").GetInt32().ShouldBe(1);
        await api.IssueAsync(scene.Training);

        (await NumbersAsync(scene.Training, "Issued")).Count.ShouldBe(2);
        (await NumbersAsync(scene.Training, "Revoked")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task CalledOffAfterReopening_AnnulsTheCertificates()
    {
        var scene = await api.CertifiedAsync(people: 2);
        await api.ReopenAsync(scene.Training);

        await api.PostAsync(api.Officer, $"/trainings/{scene.Training}/cancel", new { reason = "Tidak sah" });

        (await StatusesAsync(scene)).ShouldAllBe(status => status == "Revoked");
        (
            await api.ScalarAsync<string>(
                $"SELECT min(revocation_class) FROM certificates WHERE source_id = {scene.Training}"
            )
        ).ShouldBe("TrainingAnnulled");
    }

    [Fact]
    public async Task Reissuing_NeedsPermission_Scope_ACompletedTraining_AndAReason()
    {
        var scene = await api.CertifiedAsync(people: 1);
        var reader = TestUser.With(Permission.CertificatesRead);

        await ReissueAsync(scene.Training, 403, reader);
        (await ReissueAsync(scene.Training, 404, api.Issuer.Of(api.UnitB)))
            .Code()
            .ShouldBe("certificate_batch.training_not_found");
        await api.ReopenAsync(scene.Training);
        (await ReissueAsync(scene.Training, 422)).Code().ShouldBe("certificate_batch.training_not_completed");
        await api.PostAsync(
            api.Issuer,
            $"/trainings/{scene.Training}/certificates/reissue",
            new { reason = "singkat" },
            400
        );
    }

    [Fact]
    public async Task OnesOwnCertificate_IsLeftForSomebodyElse()
    {
        var scene = await api.CertifiedAsync(people: 2);
        await api.ReopenAsync(scene.Training);
        await MoreHoursAsync(scene.Training);
        await api.CompleteAsync(scene.Training);
        var self = api.Issuer.As(await EmployeeAsync(scene.People[0]));

        var done = await ReissueAsync(scene.Training, by: self);

        done.GetProperty("count").GetInt32().ShouldBe(1);
        done.GetProperty("left").GetInt32().ShouldBe(1);
        (await ReissueAsync(scene.Training, 403, self)).Code().ShouldBe("access.four_eyes");
    }

    [Fact]
    public async Task Closing_WaitsForEveryCertificate_AndIsFinal()
    {
        var scene = await api.CertifiedAsync(people: 2);
        await api.ReopenAsync(scene.Training);
        await api.MarkAsync(scene.Training, scene.Sessions[0], [scene.People[0]], "absent");
        await api.CompleteAsync(scene.Training);
        await api.ReopenAsync(scene.Training);
        await api.MarkAsync(scene.Training, scene.Sessions[0], [scene.People[0]], "full");
        await MoreHoursAsync(scene.Training);
        await api.CompleteAsync(scene.Training);

        (await CloseAsync(scene.Training, 422)).Code().ShouldBe("completion.certificates_missing");
        var owing = await api.GetAsync(api.Officer, $"/trainings/{scene.Training}");
        owing.GetProperty("certificatesOwed").GetInt32().ShouldBe(2);
        await api.IssueAsync(scene.Training);
        (await CloseAsync(scene.Training, 422)).Code().ShouldBe("completion.certificates_outdated");
        await ReissueAsync(scene.Training);
        (await CloseAsync(scene.Training)).GetProperty("state").GetString().ShouldBe("closed");

        await api.PostAsync(
            api.Officer,
            $"/trainings/{scene.Training}/reopen",
            new { reason = "Kehadiran satu peserta keliru" },
            409
        );
        var can = (await api.GetAsync(api.Officer, $"/trainings/{scene.Training}")).GetProperty("abilities");
        can.GetProperty("canEditDocuments").GetBoolean().ShouldBeFalse();
        can.GetProperty("canEditSessions").GetBoolean().ShouldBeFalse();
    }
}
