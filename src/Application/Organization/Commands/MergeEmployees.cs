using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;
using Unit = Pionir.Domain.Organization.Units.Unit;

namespace Pionir.Application.Organization.Commands;

/// <summary>
/// Two records turned out to be one person, for example after a move from NRP to NIP. Both histories stay; the kept
/// record is found by all numbers.
/// </summary>
/// <param name="Id">The record that stays, with the number in force.</param>
/// <param name="MergedId">The record that becomes part of it.</param>
[Requires(Permission.EmployeesImport)]
public sealed record MergeEmployees(Guid Id, Guid MergedId, string Reason) : ICommand, IReasoned;

public sealed class MergeEmployeesValidator : AbstractValidator<MergeEmployees>
{
    public const int ReasonMaximum = 1000;

    public MergeEmployeesValidator()
    {
        RuleFor(command => command.MergedId).NotEmpty();
        RuleFor(command => command.Reason).NotEmpty().MaximumLength(ReasonMaximum);
    }
}

internal sealed class MergeEmployeesHandler(
    IDatabase database,
    ICurrentUser user,
    IInstitutionClock clock,
    TimeProvider time
) : IRequestHandler<MergeEmployees, Result>
{
    public async Task<Result> Handle(MergeEmployees request, CancellationToken cancellationToken)
    {
        var scope = user.ScopeOf(Permission.EmployeesImport);
        var kept = await FindAsync(request.Id, cancellationToken);
        var merged = await FindAsync(request.MergedId, cancellationToken);
        if (kept is null || merged is null || !scope.Contains(kept.UnitId) || !scope.Contains(merged.UnitId))
        {
            return EmployeeErrors.NotFound();
        }
        var taken = kept.TakeOver(merged, await clock.TodayAsync(cancellationToken), time.GetUtcNow());
        if (taken.IsSuccess)
        {
            await RepointAsync(kept.Id, merged.Id, cancellationToken);
        }
        return taken;
    }

    /// <summary>Through the entities, so that the trail says of each what the merge changed.</summary>
    private async Task RepointAsync(EmployeeId kept, EmployeeId merged, CancellationToken cancellationToken)
    {
        var others = await database
            .Set<Employee>()
            .Where(one => one.Id != kept && (one.MergedIntoId == merged || one.SupervisorId == merged))
            .ToListAsync(cancellationToken);
        others.ForEach(one => one.FollowMerge(merged, kept));
        var units = await database.Set<Unit>().Where(unit => unit.LeaderId == merged).ToListAsync(cancellationToken);
        units.ForEach(unit => unit.FollowLeader(kept));
    }

    private Task<Employee?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var wanted = new EmployeeId(id);
        return database
            .Set<Employee>()
            .Include(employee => employee.Numbers)
            .Include(employee => employee.Periods)
            .AsSplitQuery()
            .SingleOrDefaultAsync(employee => employee.Id == wanted, cancellationToken);
    }
}
