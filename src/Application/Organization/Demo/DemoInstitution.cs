using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Demo;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Organization.Demo;

/// <summary>The demo is an invented ministry's, as its administrator would have set it up.</summary>
internal sealed class DemoInstitution(
    IDatabase database,
    IUnitOfWork unitOfWork,
    IInstitutionClock clock,
    TimeProvider time
) : IDemoSeed
{
    public int Order => 50;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await database.Set<InstitutionVersion>().AnyAsync(cancellationToken))
            return;
        var today = await clock.TodayAsync(cancellationToken);
        // Older than the trainings of the demo: their certificates name the institution as it was on the day of issue.
        var since = new DateOnly(today.Year - 2, 1, 1);
        await unitOfWork.RunAsync(nameof(DemoInstitution), null, () => Task.FromResult(Add(since)), cancellationToken);
    }

    private Result Add(DateOnly since)
    {
        var settings = InstitutionSettings.Default with { Name = "Kementerian Contoh", ShortName = "Kemen Contoh" };
        var change = new InstitutionChange(settings, since, Actor.System.UserId, Actor.System.Name, null);
        var version = InstitutionVersion.Next(0, change, since, time.GetUtcNow());
        if (!version.IsSuccess)
            return version.Error;
        database.Set<InstitutionVersion>().Add(version.Value);
        return Result.Success();
    }
}
