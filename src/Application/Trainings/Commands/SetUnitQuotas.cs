using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>How many people each unit may put forward. A quota holds for everything below the unit; none means no limit.</summary>
[Requires(Permission.ParticipantsManage)]
public sealed record SetUnitQuotas(Guid TrainingId, IReadOnlyList<UnitQuotaLine> Quotas, uint? ExpectedVersion)
    : ICommand<UnitQuotasAnswer>,
        IVersioned;

/// <param name="Version">To be sent back as If-Match with the next change.</param>
public sealed record UnitQuotasAnswer(uint Version);

public sealed record UnitQuotaLine(Guid UnitId, int Places);

internal sealed class SetUnitQuotasValidator : AbstractValidator<SetUnitQuotas>
{
    public SetUnitQuotasValidator()
    {
        RuleFor(request => request.Quotas).NotNull();
        RuleForEach(request => request.Quotas)
            .NotNull()
            .ChildRules(line => line.RuleFor(one => one.Places).InclusiveBetween(0, Training.QuotaMaximum));
    }
}

internal sealed class SetUnitQuotasHandler(IDatabase database, TrainingGate gate, SeatRegister seats, IUnitTree units)
    : IRequestHandler<SetUnitQuotas, Result<UnitQuotasAnswer>>
{
    public async Task<Result<UnitQuotasAnswer>> Handle(SetUnitQuotas request, CancellationToken ct)
    {
        var found = await gate.FindAsync(request.TrainingId, Permission.ParticipantsManage, ct);
        if (!found.IsSuccess)
            return found.Error;
        var tree = await units.ReadAsync(ct);
        var wanted = request.Quotas.ToLookup(line => UnitId.From(line.UnitId), line => line.Places);
        if (wanted.Any(line => tree.Find(line.Key) is null))
            return ParticipantErrors.UnitUnknown();
        var id = found.Value.Id;
        // Two officers who save at once: the second must see what the first wrote.
        await seats.LockAsync(id, ct);
        var kept = await database.Set<UnitQuota>().Where(quota => quota.TrainingId == id).ToListAsync(ct);
        if (Versions.Check(UnitPlaces.VersionOf(kept), request.ExpectedVersion) is { } stale)
            return stale;
        database.Set<UnitQuota>().RemoveRange(kept.Where(quota => !wanted.Contains(quota.UnitId)));
        foreach (var line in wanted)
        {
            if (kept.Find(quota => quota.UnitId.Equals(line.Key)) is { } quota)
                quota.Change(line.Last());
            else
                database.Set<UnitQuota>().Add(new UnitQuota(id, line.Key, line.Last()));
        }
        return new UnitQuotasAnswer(
            UnitPlaces.VersionOf(wanted.Select(line => new UnitQuota(id, line.Key, line.Last())))
        );
    }
}
