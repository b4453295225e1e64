using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;

namespace Pionir.Application.Certificates.Commands;

/// <summary>A count of its own for a kind and year, of the institution or of one unit.</summary>
/// <param name="UnitId">Null is the whole institution.</param>
/// <param name="StartAt">First number; above 1 when numbers of the year were given before this system.</param>
[Requires(Permission.CertificateTemplatesManage)]
public sealed record CreateNumberSeries(CertificateKind Kind, Guid? UnitId, int Year, string Pattern, int StartAt)
    : ICommand<NumberSeriesCreated>;

public sealed record NumberSeriesCreated(Guid Id);

internal sealed class CreateNumberSeriesValidator : AbstractValidator<CreateNumberSeries>
{
    public CreateNumberSeriesValidator() => RuleFor(command => command.Kind).IsInEnum();
}

internal sealed class CreateNumberSeriesHandler(IDatabase database, IUnitTree tree, PatternCollisions collisions)
    : IRequestHandler<CreateNumberSeries, Result<NumberSeriesCreated>>
{
    public async Task<Result<NumberSeriesCreated>> Handle(
        CreateNumberSeries request,
        CancellationToken cancellationToken
    )
    {
        var code = "";
        if (request.UnitId is { } asked)
        {
            var node = (await tree.ReadAsync(cancellationToken)).Find(UnitId.From(asked));
            if (node is null)
                return NumberSeriesErrors.UnitNotFound();
            code = node.Code;
        }
        var series = NumberSeries.Create(
            request.Kind,
            request.UnitId is { } unit ? UnitId.From(unit) : null,
            code,
            request.Year,
            request.Pattern,
            request.StartAt
        );
        if (!series.IsSuccess)
            return series.Error;
        if (await collisions.FindAsync(series.Value, cancellationToken) is { } collision)
            return collision;
        database.Set<NumberSeries>().Add(series.Value);
        return new NumberSeriesCreated(series.Value.Id.Value);
    }
}
