using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Commands;

/// <summary>Takes the next numbers of a series out of use, such as those already written on paper by hand.</summary>
[Requires(Permission.CertificatesRevoke)]
public sealed record VoidNumbers(Guid SeriesId, int Count, string Reason) : ICommand<NumbersVoided>, IReasoned;

public sealed record NumbersVoided(string First, string Last, int Count);

internal sealed class VoidNumbersValidator : AbstractValidator<VoidNumbers>
{
    public VoidNumbersValidator()
    {
        RuleFor(command => command.Count).InclusiveBetween(1, NumberSeries.VoidAtOnceMaximum);
        RuleFor(command => command.Reason).NotEmpty().MaximumLength(VoidNumber.ReasonMaximum);
    }
}

internal sealed class VoidNumbersHandler(
    IDatabase database,
    ICertificateStore store,
    ICurrentUser user,
    IInstitution institution,
    IInstitutionClock clock,
    IAuditLog audit,
    TimeProvider time
) : IRequestHandler<VoidNumbers, Result<NumbersVoided>>
{
    public async Task<Result<NumbersVoided>> Handle(VoidNumbers request, CancellationToken cancellationToken)
    {
        if (request.Reason.Trim().Length < VoidNumber.ReasonMinimum)
            return NumberSeriesErrors.VoidReasonTooShort(VoidNumber.ReasonMinimum);
        var id = NumberSeriesId.From(request.SeriesId);
        var known = await database
            .Set<NumberSeries>()
            .AsNoTracking()
            .SingleOrDefaultAsync(series => series.Id == id, cancellationToken);
        if (known is null || !NumberScope.MayVoid(user, known.UnitId))
            return NumberSeriesErrors.NotFound();
        var series = await store.LockSeriesAsync(id, cancellationToken);
        var settings = await institution.CurrentAsync(cancellationToken);
        var today = await clock.TodayAsync(cancellationToken);
        var day = today.Year == series.Year ? today : new DateOnly(series.Year, 12, 31);
        var range = series.Take(request.Count, day, settings.Terms.CentreShort);
        database
            .Set<VoidNumber>()
            .AddRange(VoidNumber.From(series.Id, range, request.Reason, user.UserId, time.GetUtcNow()));
        var outcome = new NumbersVoided(range.Numbers[0], range.Numbers[^1], request.Count);
        audit.Record(nameof(VoidNumbers), nameof(NumberSeries), series.Id.Value, series.Pattern, outcome);
        return outcome;
    }
}
