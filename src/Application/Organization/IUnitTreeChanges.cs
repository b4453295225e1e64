namespace Pionir.Application.Organization;

/// <inheritdoc cref="IInstitutionChanges"/>
public interface IUnitTreeChanges
{
    void Happened();
}
