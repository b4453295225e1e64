using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Signing;
using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates.Signing;

/// <summary>Signs what could not be signed while the time-stamp authority was away.</summary>
internal sealed partial class StampWaitingPapers(
    IDatabase database,
    IStampQueue queue,
    CertificatePrinter printer,
    ILogger<StampWaitingPapers> log
) : IRecurringTask
{
    private const int AtOnce = 500;

    public static string Cron => "20 * * * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await queue.DueAsync(AtOnce, cancellationToken))
        {
            try
            {
                if (!await SignAsync(id, cancellationToken))
                    return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One paper that cannot be printed must not hold up all that wait behind it.
                Failed(log, failure, id.Value);
                await queue.PostponeAsync(id, cancellationToken);
            }
        }
    }

    /// <returns>False when the authority is still away.</returns>
    private async Task<bool> SignAsync(CertificateId id, CancellationToken cancellationToken)
    {
        var certificate = await database
            .Set<Certificate>()
            .AsNoTracking()
            .SingleAsync(certificate => certificate.Id == id, cancellationToken);
        var paper = await printer.PrintAsync(certificate, cancellationToken);
        if (!paper.IsSuccess && paper.Error.Code == SigningErrors.TimestampUnavailable().Code)
        {
            await queue.PostponeAsync(cancellationToken);
            return false;
        }
        // Any other refusal is told to whoever asks for the paper; waiting does not mend it.
        await queue.RemoveAsync(id, cancellationToken);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The waiting certificate {Certificate} could not be printed.")]
    private static partial void Failed(ILogger log, Exception failure, Guid certificate);
}
