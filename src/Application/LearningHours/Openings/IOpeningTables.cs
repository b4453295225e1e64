using Pionir.Domain.Organization.Imports;

namespace Pionir.Application.LearningHours.Openings;

/// <summary>Rows of opening balances, worked on in sets inside the current transaction.</summary>
public interface IOpeningTables
{
    /// <summary>Judges the rows that are not in yet against people, years and ledger as they are now.</summary>
    /// <param name="forms">Codes of the development forms that have ever been in force.</param>
    Task FindAsync(Import import, DateOnly today, string[] forms, CancellationToken cancellationToken);

    /// <summary>Whether a year was closed or opened since the rows were judged.</summary>
    Task<bool> AreYearsOutdatedAsync(Import import, CancellationToken cancellationToken);

    /// <returns>Entries posted.</returns>
    Task<int> ApplyAsync(Import import, int after, int through, CancellationToken cancellationToken);
}
