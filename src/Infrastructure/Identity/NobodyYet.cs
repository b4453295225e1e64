using Pionir.Application.Organization;
using Pionir.Domain.Organization;

namespace Pionir.Infrastructure.Identity;

/// <summary>Until HR's record is there: nobody is an employee and there are no units.</summary>
internal sealed class NobodyYet : IEmployeeDirectory, IUnitTree
{
    private static readonly UnitTree Empty = new([]);

    public ValueTask<UnitTree> ReadAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Empty);

    public Task<IReadOnlyDictionary<string, EmployeeCard>> FindByNumbersAsync(
        IReadOnlyCollection<string> numbers,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyDictionary<string, EmployeeCard>>(new Dictionary<string, EmployeeCard>());

    public Task<IReadOnlyDictionary<EmployeeId, EmployeeCard>> FindAsync(
        IReadOnlyCollection<EmployeeId> ids,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyDictionary<EmployeeId, EmployeeCard>>(new Dictionary<EmployeeId, EmployeeCard>());

    public Task<IReadOnlyList<EmployeeCard>> ActiveInAsync(
        IReadOnlyCollection<UnitId> units,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<EmployeeCard>>([]);

    public Task<ReportingLine?> LineOfAsync(EmployeeId id, CancellationToken cancellationToken) =>
        Task.FromResult<ReportingLine?>(null);

    public Task<bool> IsSupervisorOfAsync(
        EmployeeId supervisor,
        EmployeeId employee,
        CancellationToken cancellationToken
    ) => Task.FromResult(false);
}
