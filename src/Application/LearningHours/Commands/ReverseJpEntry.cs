using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;

namespace Pionir.Application.LearningHours.Commands;

/// <summary>Takes one entry back by a counter-entry. Neither one's own hours nor what one posted oneself.</summary>
[Requires(Permission.JpReverse)]
public sealed record ReverseJpEntry(Guid EntryId, string Reason) : ICommand<JpReversed>, IReasoned;

/// <param name="ReversalId">The counter-entry.</param>
public sealed record JpReversed(Guid ReversalId);

internal sealed class ReverseJpEntryValidator : AbstractValidator<ReverseJpEntry>
{
    public ReverseJpEntryValidator() =>
        RuleFor(command => command.Reason).NotEmpty().MaximumLength(LedgerEntry.ReasonMaximum);
}

internal sealed class ReverseJpEntryHandler(
    IDatabase database,
    ILedger ledger,
    IEmployeeDirectory employees,
    ICurrentUser user
) : IRequestHandler<ReverseJpEntry, Result<JpReversed>>
{
    public async Task<Result<JpReversed>> Handle(ReverseJpEntry request, CancellationToken cancellationToken)
    {
        var id = LedgerEntryId.From(request.EntryId);
        var entry = await database
            .Set<LedgerEntry>()
            .AsNoTracking()
            .SingleOrDefaultAsync(entry => entry.Id == id, cancellationToken);
        if (entry is null)
            return LedgerErrors.NotFound();
        var people = await employees.FindAsync([entry.EmployeeId], cancellationToken);
        if (
            !people.TryGetValue(entry.EmployeeId, out var person)
            || !user.ScopeOf(Permission.JpReverse).Contains(person.UnitId)
        )
        {
            return LedgerErrors.NotFound();
        }
        if (await IsOwnAsync(entry, cancellationToken))
            return LedgerErrors.OwnEntry();
        if (user.UserId == entry.PostedBy)
            return LedgerErrors.PostedBySame();
        if (await ledger.CheckOpenAsync(entry.Year, cancellationToken) is { IsSuccess: false } closed)
            return closed.Error;
        var reversed = await ledger.ReverseAsync(entry, request.Reason, cancellationToken);
        return reversed.IsSuccess ? new JpReversed(reversed.Value.Value) : reversed.Error;
    }

    /// <summary>Of any record of the person, also one that was merged.</summary>
    private async Task<bool> IsOwnAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
        user.EmployeeId is { } self
        && (await database.RecordsOfAsync(self, cancellationToken)).Contains(entry.EmployeeId);
}
