using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Organization;

/// <summary>Told after a commit, so that this instance reads its own change at once.</summary>
public interface IInstitutionChanges
{
    void Happened();
}

/// <inheritdoc cref="IInstitutionChanges"/>
public interface IReferenceDataChanges
{
    void Happened();
}

public static class InstitutionVersions
{
    /// <summary>The newest of the versions that have begun; planned ones always follow it in number.</summary>
    public static InstitutionVersion? InForce(this IEnumerable<InstitutionVersion> versions, DateTimeOffset now) =>
        versions
            .Where(version => version.EffectiveFrom <= version.Settings.TimeZone.DayOf(now))
            .MaxBy(version => version.Number);
}
