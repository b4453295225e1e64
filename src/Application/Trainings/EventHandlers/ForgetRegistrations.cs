using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.EventHandlers;

/// <summary>Throws away what people typed and never proved: personal data are kept only while they serve.</summary>
internal sealed class ForgetRegistrations(IDatabase database, TimeProvider time) : IRecurringTask
{
    public static string Cron => "0 20 3 * * ?";

    public Task RunAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Registration.Remembered;
        return database
            .Set<Registration>()
            .Where(one => one.ParticipantId == null && one.ExpiresAt < before)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
