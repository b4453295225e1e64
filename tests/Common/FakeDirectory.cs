using Pionir.Application.Organization;
using Pionir.Domain.Organization;

namespace Pionir.Tests.Common;

/// <summary>People of a test, without importing them; for contexts that only ask who somebody is.</summary>
public sealed class FakeDirectory : IEmployeeDirectory
{
    private readonly Dictionary<EmployeeId, EmployeeCard> people = [];

    public EmployeeCard Add(
        string name = "Siti Rahmawati, S.Sos.",
        string employmentType = "pns",
        Guid? unit = null,
        EmployeeId? supervisor = null
    )
    {
        var id = EmployeeId.New();
        var card = new EmployeeCard(
            id,
            $"19850712201001{people.Count + 1000:0000}",
            "nip",
            name,
            employmentType,
            "Analis Kebijakan",
            "jf",
            "Ahli Muda",
            "III/c",
            new UnitId(unit ?? Guid.CreateVersion7()),
            "BIRO",
            "Biro Umum",
            supervisor,
            null,
            null,
            true
        );
        people[id] = card;
        return card;
    }

    public Task<ILookup<string, EmployeeCard>> FindByNumbersAsync(
        IReadOnlyCollection<string> numbers,
        CancellationToken cancellationToken
    ) => Task.FromResult(people.Values.Where(card => numbers.Contains(card.Number)).ToLookup(card => card.Number));

    public Task<IReadOnlyDictionary<EmployeeId, EmployeeCard>> FindAsync(
        IReadOnlyCollection<EmployeeId> ids,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyDictionary<EmployeeId, EmployeeCard>>(
            people.Where(pair => ids.Contains(pair.Key)).ToDictionary()
        );

    public Task<IReadOnlyList<EmployeeCard>> ActiveInAsync(
        IReadOnlyCollection<UnitId> units,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<EmployeeCard>>([.. people.Values.Where(card => units.Contains(card.UnitId))]);

    public Task<ReportingLine?> LineOfAsync(EmployeeId id, CancellationToken cancellationToken) =>
        Task.FromResult<ReportingLine?>(null);

    public Task<bool> IsSupervisorOfAsync(
        EmployeeId supervisor,
        EmployeeId employee,
        CancellationToken cancellationToken
    ) => Task.FromResult(people.TryGetValue(employee, out var card) && card.SupervisorId == supervisor);
}
