using System.Net;
using System.Net.Http.Json;
using Pionir.Application.Certificates;
using Pionir.Application.Certificates.Commands;
using Pionir.Application.Certificates.Queries;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

/// <summary>How the mail of each person of a batch stands, and sending again what did not arrive.</summary>
public sealed class BatchMailTests(CertificateFixture api) : IClassFixture<CertificateFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_SayHowTheirMailStands_AndAreFoundByIt()
    {
        var batch = await BatchAsync(6, externals: 4, withoutAddress: true);
        await SetAsync(batch, 1, "Bounced", "550 no such user");
        await SetAsync(batch, 2, "Sent");

        var view = await ViewAsync(batch);
        var bounced = await ViewAsync(batch, "?mail=bounced");

        view.Rows.Items.Select(row => row.Mail!.State)
            .ShouldBe([
                CertificateMailState.Bounced,
                CertificateMailState.Sent,
                CertificateMailState.Waiting,
                CertificateMailState.NoAddress,
                CertificateMailState.Internal,
                CertificateMailState.Internal,
            ]);
        view.Mails!.ShouldContain(new CertificateMailCount(CertificateMailState.Bounced, 1));
        view.Mails!.ShouldNotContain(count => count.State == CertificateMailState.Internal);
        bounced.Rows.Total.ShouldBe(1);
        var row = bounced.Rows.Items.ShouldHaveSingleItem();
        (row.Position, row.Mail!.Address, row.Mail.Problem).ShouldBe(
            (1, "peserta1@contoh.example", "550 no such user")
        );
    }

    [Fact]
    public async Task WhoMayNotSend_SeesNoAddresses()
    {
        var batch = await BatchAsync(1, externals: 1);
        var reader = api.Client(TestUser.With(Permission.CertificatesRead));

        var view = await ViewAsync(batch, client: reader);

        view.Mails.ShouldBeNull();
        view.Rows.Items[0].Mail.ShouldBeNull();
        (await LinksAsync(batch, new { }, reader)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var foreign = api.Client(TestUser.With(Permission.CertificatesIssue).Of(Guid.CreateVersion7()));
        (await LinksAsync(batch, new { }, foreign)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WhatCameBack_IsSentAgain_Once()
    {
        var batch = await BatchAsync(4, externals: 3);
        await SetAsync(batch, 1, "Bounced", "550");
        await SetAsync(batch, 2, "Failed", "421");
        await SetAsync(batch, 3, "Sent");

        // A double click without a key of its own: the second waits for the first and finds nothing left.
        var answers = await Task.WhenAll(LinksAsync(batch, new { }), LinksAsync(batch, new { }));

        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        var sent = await answers
            .Single(answer => answer.IsSuccessStatusCode)
            .Content.ReadFromJsonAsync<CertificateLinksSent>(ApiFixture.Json, Stop);
        sent.ShouldBe(new CertificateLinksSent(2, 0, 0));
        (await IssuingTests.CodeAsync(answers.Single(answer => !answer.IsSuccessStatusCode))).ShouldBe(
            "certificate_batch.nothing_to_send"
        );
        (await ViewAsync(batch))
            .Rows.Items.Take(3)
            .Select(row => row.Mail!.State)
            .ShouldBe([CertificateMailState.Waiting, CertificateMailState.Waiting, CertificateMailState.Sent]);
        (await CountAsync(batch)).ShouldBe(5);
    }

    [Fact]
    public async Task ChosenRows_GoToTheBetterAddress_AndOthersAreTold()
    {
        var batch = await BatchAsync(4, externals: 3, withoutAddress: true);
        await SetAsync(batch, 1, "Bounced", "550");
        var rows = new[]
        {
            new LinkToSend(1, "baru@contoh.example"),
            new LinkToSend(2),
            new LinkToSend(3, "ketiga@contoh.example"),
            new LinkToSend(4),
        };

        var first = await LinksAsync(batch, new { rows });
        var again = await LinksAsync(batch, new { rows });
        var wrong = await LinksAsync(batch, new { rows = new[] { new LinkToSend(1, "bukan alamat") } });

        (await first.Content.ReadFromJsonAsync<CertificateLinksSent>(ApiFixture.Json, Stop)).ShouldBe(
            new CertificateLinksSent(2, 1, 1)
        );
        (await again.Content.ReadFromJsonAsync<CertificateLinksSent>(ApiFixture.Json, Stop)).ShouldBe(
            new CertificateLinksSent(0, 3, 1)
        );
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ViewAsync(batch))
            .Rows.Items.Take(3)
            .Select(row => row.Mail!.Address)
            .ShouldBe(["baru@contoh.example", "peserta2@contoh.example", "ketiga@contoh.example"]);
    }

    [Fact]
    public async Task Revoked_AreNotMailed()
    {
        var batch = await BatchAsync(1, externals: 1);
        await SetAsync(batch, 1, "Bounced", "550");
        var id = (await ViewAsync(batch)).Rows.Items[0].CertificateId;
        var revocation = new { @class = "mistake", reason = "Ditarik untuk diuji di sini." };
        await api.Officer.PostAsJsonAsync($"/api/v1/certificates/{id}/revocation", revocation, Stop);

        var answer = await LinksAsync(batch, new { rows = new[] { new LinkToSend(1, "baru@contoh.example") } });

        (await IssuingTests.CodeAsync(answer)).ShouldBe("certificate_batch.nothing_to_send");
    }

    /// <param name="withoutAddress">The last of the externals.</param>
    private async Task<Guid> BatchAsync(int people, int externals, bool withoutAddress = false)
    {
        var training = api.AddTraining(people, externals: externals);
        if (withoutAddress)
        {
            var all = api.People(training.Id);
            all[externals - 1] = all[externals - 1] with { Email = null };
        }
        var batch = (await api.IssueAsync(training.Id)).BatchId;
        await api.FinishAsync(batch);
        // The newest of two mails of one moment would be either.
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        return batch;
    }

    private Task<int> SetAsync(Guid batch, int position, string state, string? problem = null) =>
        api.SqlAsync(
            $"""
            UPDATE mail_outbox SET state = {state}, sent_at = now(), last_error = {problem} WHERE about_id = (
                SELECT certificate_id FROM certificate_batch_rows WHERE batch_id = {batch} AND position = {position})
            """
        );

    private Task<long> CountAsync(Guid batch) =>
        api.ScalarAsync<long>(
            $"SELECT count(*) FROM mail_outbox WHERE about_id IN (SELECT certificate_id FROM certificate_batch_rows WHERE batch_id = {batch})"
        );

    private async Task<CertificateBatchView> ViewAsync(Guid batch, string query = "", HttpClient? client = null) =>
        (
            await (client ?? api.Officer).GetFromJsonAsync<CertificateBatchView>(
                $"/api/v1/certificate-batches/{batch}{query}",
                ApiFixture.Json,
                Stop
            )
        )!;

    private Task<HttpResponseMessage> LinksAsync(Guid batch, object body, HttpClient? client = null) =>
        (client ?? api.Officer).PostAsJsonAsync($"/api/v1/certificate-batches/{batch}/links", body, Stop);
}
