using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pionir.Application.Certificates.Commands;
using Pionir.Application.Certificates.Queries;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

public sealed class RemoteSigningFixture : CertificateFixture
{
    internal RemoteService Service { get; } = new();
    public FakeDirectory Directory { get; } = new();

    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(base.Settings)
        {
            ["Signing:Remote:Address"] = Service.Address,
            ["Signing:Remote:User"] = "pionir",
            ["Signing:Remote:Password"] = "aplikasi",
        };

    protected override void Replace(IServiceCollection services)
    {
        base.Replace(services);
        services.Replace(ServiceDescriptor.Singleton<IEmployeeDirectory>(Directory));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Service.DisposeAsync();
    }
}

/// <summary>Where persons sign through a service that holds their keys.</summary>
public sealed class RemoteSigningTests(RemoteSigningFixture api) : IClassFixture<RemoteSigningFixture>
{
    [Fact]
    public async Task BeforeItIsSigned_NobodyGetsThePaper_AfterwardsEverybodyTheSame()
    {
        var (head, batch) = await BatchAsync(people: 3);
        var first = batch.Rows.Items[0];
        var before = await api.Officer.GetAsync($"/api/v1/certificates/{first.CertificateId}/file");

        var signed = await SignedAsync(head, batch.Id);

        (await IssuingTests.CodeAsync(before)).ShouldBe("signing.not_signed_yet");
        batch.Rows.Items.ShouldAllBe(row => row.Signature == RowSignature.NotYet);
        batch.CanSign.ShouldBeFalse();
        signed.Rows.Items.ShouldAllBe(row => row.Signature == RowSignature.Done);
        signed.ToSign.ShouldBe(0);
        var paper = await PaperAsync(first.CertificateId);
        (await PaperAsync(first.CertificateId)).ShouldBe(paper);
        var told = await PdfPrograms.PdfsigAsync(paper);
        told.ShouldContain("Signature is Valid.");
        told.ShouldContain("Dr. Budi Santoso");
        var check = await CheckAsync(paper);
        check.File.ShouldBe(FileStanding.Unchanged);
        check.Signatures.ShouldHaveSingleItem().By.ShouldBe(SignerKind.Institution);
    }

    [Fact]
    public async Task WrongPassPhrase_IsTriedOnce_SoThatTheKeyIsNotLocked_AndTheRightOneMendsIt()
    {
        var (head, batch) = await BatchAsync(people: 4);
        var asked = api.Service.Asked;

        var failed = await SignedAsync(head, batch.Id, "salah");

        (api.Service.Asked - asked).ShouldBe(1);
        failed.Rows.Items.ShouldAllBe(row =>
            row.Signature == RowSignature.Failed && row.SignatureError == "signing.pass_phrase_wrong"
        );
        (await SignedAsync(head, batch.Id)).ToSign.ShouldBe(0);
    }

    [Fact]
    public async Task ServiceThatStumbles_IsAskedAgain_AndOneThatStaysAwayIsTold()
    {
        var (head, batch) = await BatchAsync(people: 2);
        // For the first certificate it is away at every try, for the second it is back at the third.
        api.Service.Stumble(503, 500, 503, 502, 503);

        var partly = await SignedAsync(head, batch.Id);

        partly.Rows.Items.Select(row => row.Signature).ShouldBe([RowSignature.Failed, RowSignature.Done]);
        partly.Rows.Items[0].SignatureError.ShouldBe("signing.service_unavailable");
        (await SignedAsync(head, batch.Id)).Rows.Items.ShouldAllBe(row => row.Signature == RowSignature.Done);
    }

    [Fact]
    public async Task AnswerThatIsNoSignatureOfWhatWasSent_IsNotTaken()
    {
        var (head, batch) = await BatchAsync(people: 1);
        api.Service.SignsOther = true;

        var failed = await SignedAsync(head, batch.Id);

        api.Service.SignsOther = false;
        failed.Rows.Items.Single().SignatureError.ShouldBe("signing.service_rejected");
        (await SignedAsync(head, batch.Id)).ToSign.ShouldBe(0);
        (await IssuingTests.CodeAsync(await SendAsync(head, batch.Id))).ShouldBe("signing.nothing_to_sign");
    }

    [Fact]
    public async Task OnlyTheNamedSigner_InScope_MaySign()
    {
        var (head, batch) = await BatchAsync(people: 1);
        var other = api.Directory.Add("Orang Lain");

        (await IssuingTests.CodeAsync(await SendAsync(As(other), batch.Id))).ShouldBe("signing.not_the_signer");
        (await SendAsync(api.Client(TestUser.With(Permission.CertificatesRead)), batch.Id)).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        var foreign = TestUser.With(Permission.CertificatesIssue).Of(Guid.CreateVersion7());
        (await SendAsync(api.Client(foreign), batch.Id)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ViewAsync(head, batch.Id)).CanSign.ShouldBeTrue();
    }

    [Fact]
    public async Task Replacement_TakesItsPlaceInTheBatch_AndIsSignedByWhomItNames()
    {
        var (head, batch) = await BatchAsync(people: 2);
        await SignedAsync(head, batch.Id);
        var old = batch.Rows.Items[0];
        var next = api.Directory.Add("Pelaksana Harian, M.Si.");
        api.Service.Person = next.Number;
        api.Signer = new SnapshotSigner(next.Name, "Kepala Pusat", "Plh.", next.Number);

        var made = await ReissueAsync(old.CertificateId!.Value);

        var waiting = await ViewAsync(head, batch.Id);
        waiting.ShouldSatisfyAllConditions(
            view => (view.ToSign, view.CanSign).ShouldBe((1, false)),
            view => view.Rows.Items[0].CertificateId.ShouldBe(made.CertificateId),
            view => view.Rows.Items[0].Number.ShouldBe(made.Number),
            view => view.Rows.Items[0].Name.ShouldBe("Nama Benar, S.Sos."),
            view => view.Rows.Items[0].Signature.ShouldBe(RowSignature.NotYet)
        );
        (await IssuingTests.CodeAsync(await SendAsync(head, batch.Id))).ShouldBe("signing.not_the_signer");
        (await ViewAsync(As(next), batch.Id)).CanSign.ShouldBeTrue();
        (await SignedAsync(As(next), batch.Id)).ToSign.ShouldBe(0);
        (await PdfPrograms.PdfsigAsync(await PaperAsync(made.CertificateId))).ShouldContain("Signature is Valid.");
        // What was signed before it was replaced stays as it was given out.
        (await PdfPrograms.PdfsigAsync(await PaperAsync(old.CertificateId))).ShouldContain("Signature is Valid.");
    }

    private async Task<CertificateReissued> ReissueAsync(Guid certificate)
    {
        var answer = await api.Officer.PostAsJsonAsync(
            $"/api/v1/certificates/{certificate}/replacement",
            new { name = "Nama Benar, S.Sos.", reason = "Nama salah tulis pada daftar" }
        );
        return (await answer.Content.ReadFromJsonAsync<CertificateReissued>(ApiFixture.Json))!;
    }

    [Fact]
    public async Task PassPhrase_IsNowhereInClear()
    {
        var (head, batch) = await BatchAsync(people: 1);
        await SignedAsync(head, batch.Id);

        var kept = await api.ScalarAsync<string>($"SELECT string_agg(arguments::text, ' ') FROM jobs");

        kept.ShouldContain(batch.Id.ToString());
        kept.ShouldNotContain(RemoteService.PassPhrase);
    }

    private async Task<(HttpClient Head, CertificateBatchView Batch)> BatchAsync(int people)
    {
        var card = api.Directory.Add("Dr. Budi Santoso, M.Si.");
        api.Service.Person = card.Number;
        api.Signer = new SnapshotSigner(card.Name, "Kepala Pusat", null, card.Number);
        var training = api.AddTraining(people);
        return (As(card), await api.FinishAsync((await api.IssueAsync(training.Id)).BatchId));
    }

    private HttpClient As(EmployeeCard card) =>
        api.Client(TestUser.With(Permission.CertificatesIssue, Permission.CertificatesRead).As(card.Id.Value));

    private static Task<HttpResponseMessage> SendAsync(
        HttpClient client,
        Guid batch,
        string passPhrase = RemoteService.PassPhrase
    ) => client.PostAsJsonAsync($"/api/v1/certificate-batches/{batch}/signatures", new { passPhrase });

    /// <summary>Sends it and waits until no row waits any more.</summary>
    private static async Task<CertificateBatchView> SignedAsync(
        HttpClient client,
        Guid batch,
        string passPhrase = RemoteService.PassPhrase
    )
    {
        (await SendAsync(client, batch, passPhrase)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        for (var look = 0; look < 600; look++)
        {
            var view = await ViewAsync(client, batch);
            if (view.Rows.Items.All(row => row.Signature != RowSignature.Waiting))
            {
                return view;
            }
            await Task.Delay(50);
        }
        throw new TimeoutException("The signing did not end.");
    }

    private static async Task<CertificateBatchView> ViewAsync(HttpClient client, Guid batch) =>
        (
            await client.GetFromJsonAsync<CertificateBatchView>(
                $"/api/v1/certificate-batches/{batch}?size=100",
                ApiFixture.Json
            )
        )!;

    private Task<byte[]> PaperAsync(Guid? id) => api.Officer.GetByteArrayAsync($"/api/v1/certificates/{id}/file");

    private async Task<CertificateFileVerification> CheckAsync(byte[] file)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "sertifikat.pdf" } };
        var answer = await api.Client().PostAsync("/api/v1/public/certificates/file", form);
        return (await answer.Content.ReadFromJsonAsync<CertificateFileVerification>(ApiFixture.Json))!;
    }
}
