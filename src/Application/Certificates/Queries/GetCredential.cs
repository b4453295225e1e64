using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Credentials;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;

namespace Pionir.Application.Certificates.Queries;

/// <summary>
/// The machine-readable twin of a certificate, by the token of its QR code. It tells what the verification page tells, and
/// is signed.
/// </summary>
[Public("It says what the paper says; who has the token has the paper.")]
public sealed record GetCredential(string Token) : IQuery<byte[]>;

internal sealed class GetCredentialHandler(IDatabase database, CredentialDesk desk)
    : IRequestHandler<GetCredential, Result<byte[]>>
{
    public async Task<Result<byte[]>> Handle(GetCredential request, CancellationToken cancellationToken)
    {
        if (!CertificateToken.LooksLikeVerification(request.Token))
            return CertificateErrors.NotVerified();
        var certificate = await database
            .Set<Certificate>()
            .AsNoTracking()
            .SingleOrDefaultAsync(certificate => certificate.Token == request.Token, cancellationToken);
        return certificate is null
            ? CertificateErrors.NotVerified()
            : await desk.ReadAsync(certificate, cancellationToken);
    }
}
