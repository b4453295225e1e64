using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Signing;
using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates.Signing;

/// <summary>Signs what could not be signed while the time-stamp authority was away.</summary>
internal sealed class StampWaitingPapers(IDatabase database, IStampQueue queue, CertificatePrinter printer)
    : IRecurringTask
{
    private const int AtOnce = 500;

    public static string Cron => "20 * * * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await queue.DueAsync(AtOnce, cancellationToken))
        {
            var certificate = await database
                .Set<Certificate>()
                .AsNoTracking()
                .SingleAsync(certificate => certificate.Id == id, cancellationToken);
            var paper = await printer.PrintAsync(certificate, cancellationToken);
            if (!paper.IsSuccess && paper.Error.Code == SigningErrors.TimestampUnavailable().Code)
            {
                await queue.PostponeAsync(cancellationToken);
                return;
            }
            // Any other refusal is told to whoever asks for the paper; waiting does not mend it.
            await queue.RemoveAsync(id, cancellationToken);
        }
    }
}
