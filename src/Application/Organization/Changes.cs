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
