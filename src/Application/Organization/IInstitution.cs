using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Organization;

/// <summary>The settings in force today. Cached; a change reaches every instance within a second or two.</summary>
public interface IInstitution
{
    ValueTask<InstitutionSettings> CurrentAsync(CancellationToken cancellationToken);
}

public static class LogoAddresses
{
    /// <summary>Part of the hash stands in the address: a new logo has a new one, so that no browser shows the old.</summary>
    public static string? LogoAddress(this InstitutionSettings settings) =>
        settings.LogoHash is { } hash ? $"/api/v1/institution/logo?v={hash[..12]}" : null;
}

/// <summary>Day and time as the institution's people read them.</summary>
public interface IInstitutionClock
{
    ValueTask<DateOnly> TodayAsync(CancellationToken cancellationToken);

    ValueTask<DateOnly> DayOfAsync(DateTimeOffset instant, CancellationToken cancellationToken);

    ValueTask<DateTimeOffset> InstantOfAsync(DateOnly day, TimeOnly time, CancellationToken cancellationToken);
}

/// <inheritdoc/>
public sealed class InstitutionClock(IInstitution institution, TimeProvider time) : IInstitutionClock
{
    public ValueTask<DateOnly> TodayAsync(CancellationToken cancellationToken) =>
        DayOfAsync(time.GetUtcNow(), cancellationToken);

    public async ValueTask<DateOnly> DayOfAsync(DateTimeOffset instant, CancellationToken cancellationToken) =>
        (await institution.CurrentAsync(cancellationToken)).TimeZone.DayOf(instant);

    public async ValueTask<DateTimeOffset> InstantOfAsync(
        DateOnly day,
        TimeOnly time,
        CancellationToken cancellationToken
    ) => (await institution.CurrentAsync(cancellationToken)).TimeZone.InstantOf(day, time);
}
