using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization;

namespace Pionir.Application.LearningHours.Queries;

/// <summary>Readings of the whole ledger, newest first, with what the newest finished one found.</summary>
[Requires(Permission.AuditRead)]
public sealed record ListLedgerChecks : IQuery<LedgerCheckList>;

/// <param name="Faults">Of the newest finished check, at most a thousand.</param>
public sealed record LedgerCheckList(IReadOnlyList<LedgerCheckView> Checks, IReadOnlyList<LedgerFaultView> Faults);

/// <param name="FinishedAt">Null while it runs.</param>
/// <param name="People">Whose chains were read.</param>
/// <param name="Entries">Entries that were read.</param>
public sealed record LedgerCheckView(
    Guid Id,
    string RequestedByName,
    DateTimeOffset RequestedAt,
    DateTimeOffset? FinishedAt,
    Guid? JobId,
    int People,
    long Entries,
    int Faults
);

/// <param name="Sequence">Place of the entry in the person's chain; for a year that differs, the year.</param>
public sealed record LedgerFaultView(Guid EmployeeId, string EmployeeName, int Sequence, LedgerFaultKind Kind);

internal sealed class ListLedgerChecksHandler(IDatabase database, IEmployeeDirectory employees)
    : IRequestHandler<ListLedgerChecks, Result<LedgerCheckList>>
{
    private const int Shown = 20;

    public async Task<Result<LedgerCheckList>> Handle(ListLedgerChecks request, CancellationToken cancellationToken)
    {
        var checks = await database
            .Set<LedgerCheck>()
            .AsNoTracking()
            .OrderByDescending(check => check.RequestedAt)
            .Take(Shown)
            .Select(check => new LedgerCheckView(
                check.Id.Value,
                check.RequestedByName,
                check.RequestedAt,
                check.FinishedAt,
                check.JobId,
                check.People,
                check.Entries,
                check.FaultCount
            ))
            .ToListAsync(cancellationToken);
        if (checks.FirstOrDefault(check => check.FinishedAt is not null) is not { Faults: > 0 } newest)
            return new LedgerCheckList(checks, []);
        var id = LedgerCheckId.From(newest.Id);
        var found = await database
            .Set<LedgerFault>()
            .AsNoTracking()
            .Where(fault => fault.CheckId == id)
            .OrderBy(fault => fault.Position)
            .ToListAsync(cancellationToken);
        var people = found.Select(fault => EmployeeId.From(fault.EmployeeId)).Distinct().ToList();
        var cards = await employees.FindAsync(people, cancellationToken);
        return new LedgerCheckList(
            checks,
            [
                .. found.Select(fault => new LedgerFaultView(
                    fault.EmployeeId,
                    cards.GetValueOrDefault(EmployeeId.From(fault.EmployeeId))?.Name ?? "",
                    fault.Sequence,
                    fault.Kind
                )),
            ]
        );
    }
}
