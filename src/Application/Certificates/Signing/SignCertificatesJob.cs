using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Signing;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;

namespace Pionir.Application.Certificates.Signing;

/// <summary>Has the certificates of a batch signed one by one; after a crash it goes on with those without a signature.</summary>
/// <param name="Person">Number by which the service knows the signer.</param>
/// <param name="PassPhrase">Closed; see <see cref="IPassPhrases"/>.</param>
public sealed record SignCertificatesJob(Guid BatchId, string Person, string PassPhrase) : IJobArguments
{
    public static string Kind => "certificates.sign";
}

internal sealed class SignCertificatesJobHandler(
    IDatabase database,
    IRemotePdfSigner signer,
    IPassPhrases passPhrases,
    CertificatePrinter printer,
    RemoteSeals seals,
    TimeProvider time
) : IJobHandler<SignCertificatesJob>
{
    private const int Tries = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    public async Task<JobOutcome> RunAsync(
        SignCertificatesJob arguments,
        IJobProgress progress,
        CancellationToken cancellationToken
    )
    {
        var waiting = await UnsignedCertificates
            .Of(database, CertificateBatchId.From(arguments.BatchId), arguments.Person)
            .ToListAsync(cancellationToken);
        var passPhrase = passPhrases.Open(arguments.PassPhrase);
        var stopped = passPhrase is null ? SigningErrors.PassPhraseExpired() : null;
        var (signed, failed) = (0, 0);
        foreach (var certificate in waiting)
        {
            var asked = stopped is null;
            var error = stopped ?? await SignAsync(certificate, arguments.Person, passPhrase!, cancellationToken);
            // Another try with a wrong pass phrase would lock the signer's key.
            if (error?.Code == SigningErrors.WrongPassPhrase().Code)
                stopped = error;
            await NoteAsync(certificate.Id, error, asked, cancellationToken);
            _ = error is null ? signed++ : failed++;
            await progress.ReportAsync(signed + failed, waiting.Count, cancellationToken);
        }
        return new JobOutcome(
            new
            {
                arguments.BatchId,
                Signed = signed,
                Failed = failed,
            },
            stopped
        );
    }

    private async Task<Error?> SignAsync(
        Certificate certificate,
        string person,
        string passPhrase,
        CancellationToken cancellationToken
    )
    {
        if (!certificate.IsIntact())
            return CertificateErrors.NotIntact(certificate.Number);
        var printed = await printer.ToSignAsync(certificate, cancellationToken);
        if (!printed.IsSuccess)
            return printed.Error;
        var paper = printed.Value;
        var name = CertificatePrinter.FileName(certificate, "pdf");
        for (var attempt = 1; ; attempt++)
        {
            var answer = await signer.SignAsync(name, paper, person, passPhrase, cancellationToken);
            if (answer.File is { } file)
            {
                await seals.KeepAsync(certificate.Id, paper, file, cancellationToken);
                return null;
            }
            if (answer.Refusal != RemoteRefusal.Unavailable || attempt == Tries)
                return SigningErrors.Of(answer.Refusal!.Value);
            await Task.Delay(Pause * attempt, cancellationToken);
        }
    }

    /// <summary>Seen by the page while the rest goes on.</summary>
    private async Task NoteAsync(CertificateId id, Error? error, bool asked, CancellationToken cancellationToken)
    {
        var signing = await database
            .Set<CertificateSigning>()
            .SingleAsync(signing => signing.CertificateId == id, cancellationToken);
        if (asked)
            signing.Ask();
        if (error is null)
            signing.Sign(time.GetUtcNow());
        else
            signing.Fail(error.Code, time.GetUtcNow());
        await database.SaveChangesAsync(cancellationToken);
    }
}
