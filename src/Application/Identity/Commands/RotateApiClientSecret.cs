using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>Makes a new secret; the former ones go on for some hours, so that the other system can be changed in peace.</summary>
/// <param name="OverlapHours">0 to 720; 24 when not given.</param>
[Requires(Permission.ApiClientsManage)]
public sealed record RotateApiClientSecret(Guid Id, int? OverlapHours) : ICommand<ApiClientCredentials>;

internal sealed class RotateApiClientSecretValidator : AbstractValidator<RotateApiClientSecret>
{
    public RotateApiClientSecretValidator() =>
        RuleFor(request => request.OverlapHours).InclusiveBetween(0, (int)ApiClient.LongestOverlap.TotalHours);
}

internal sealed class RotateApiClientSecretHandler(IDatabase database, IAuditLog audit, TimeProvider time)
    : IRequestHandler<RotateApiClientSecret, Result<ApiClientCredentials>>
{
    private const int DefaultOverlapHours = 24;

    public async Task<Result<ApiClientCredentials>> Handle(
        RotateApiClientSecret request,
        CancellationToken cancellationToken
    )
    {
        var id = ApiClientId.From(request.Id);
        var client = await database.Set<ApiClient>().SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (client is null)
        {
            return ApiClientErrors.NotFound;
        }
        var overlap = TimeSpan.FromHours(request.OverlapHours ?? DefaultOverlapHours);
        var secret = client.RotateSecret(overlap, time.GetUtcNow());
        if (!secret.IsSuccess)
        {
            return secret.Error;
        }
        audit.Record(nameof(RotateApiClientSecret), nameof(ApiClient), id.Value, client.Name);
        return new ApiClientCredentials(id.Value, client.ClientId, secret.Value.Text);
    }
}
