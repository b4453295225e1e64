using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Commands;

/// <summary>Changes how the numbers still to come are written; those given keep their form.</summary>
[Requires(Permission.CertificateTemplatesManage)]
public sealed record UpdateNumberSeries(Guid Id, string Pattern, uint? ExpectedVersion) : ICommand, IVersioned;

internal sealed class UpdateNumberSeriesHandler(IDatabase database, PatternCollisions collisions)
    : IRequestHandler<UpdateNumberSeries, Result>
{
    public async Task<Result> Handle(UpdateNumberSeries request, CancellationToken cancellationToken)
    {
        var id = NumberSeriesId.From(request.Id);
        var series = await database
            .Set<NumberSeries>()
            .SingleOrDefaultAsync(series => series.Id == id, cancellationToken);
        if (series is null)
            return NumberSeriesErrors.NotFound();
        if (Versions.Check(series.Version, request.ExpectedVersion) is { } stale)
            return stale;
        var changed = series.ChangePattern(request.Pattern, series.UnitCode);
        if (!changed.IsSuccess)
            return changed;
        return await collisions.FindAsync(series, cancellationToken) is { } collision ? collision : changed;
    }
}
