using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>How numbers of a pattern would read, or what is wrong with it.</summary>
[Requires(Permission.CertificateTemplatesManage)]
public sealed record PreviewNumberPattern(string? Pattern, string? UnitCode) : IQuery<NumberPatternPreview>;

/// <param name="Examples">The first, the twelfth and the 1,834th number today.</param>
public sealed record NumberPatternPreview(IReadOnlyList<string> Examples);

internal sealed class PreviewNumberPatternHandler(IInstitution institution, IInstitutionClock clock)
    : IRequestHandler<PreviewNumberPattern, Result<NumberPatternPreview>>
{
    public async Task<Result<NumberPatternPreview>> Handle(
        PreviewNumberPattern request,
        CancellationToken cancellationToken
    )
    {
        var pattern = CertificateNumberPattern.Parse(request.Pattern);
        if (!pattern.IsSuccess)
            return pattern.Error;
        var today = await clock.TodayAsync(cancellationToken);
        var centre = (await institution.CurrentAsync(cancellationToken)).Terms.CentreShort;
        int[] samples = [1, 12, 1834];
        return new NumberPatternPreview([
            .. samples.Select(at => pattern.Value.Format(at, today, request.UnitCode ?? "UNIT", centre)),
        ]);
    }
}
