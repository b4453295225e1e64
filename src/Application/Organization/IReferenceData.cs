namespace Pionir.Application.Organization;

/// <summary>The institution's reference tables. Cached; a change reaches every instance within a second or two.</summary>
public interface IReferenceData
{
    ValueTask<ReferenceBook> ReadAsync(CancellationToken cancellationToken);
}
