using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;

namespace Pionir.Application.Certificates.Queries;

/// <summary>Says whether a certificate holds: by the token of its QR code, or by number and name together.</summary>
[Public("Anybody who is shown a certificate must be able to check it; only what stands on it is told.")]
public sealed record VerifyCertificate(string? Token, string? Number, string? Name) : IQuery<CertificateVerification>;

/// <summary>What the public may know: what the paper says anyway, and how it stands.</summary>
/// <param name="Status">Issued means valid.</param>
/// <param name="RevocationClass">Why it was revoked, in a word.</param>
/// <param name="EndedOn">Since when it is revoked or replaced.</param>
/// <param name="ReplacedByNumber">Number of the certificate in its place.</param>
/// <param name="Signer">Name and office of who signed.</param>
public sealed record CertificateVerification(
    CertificateStatus Status,
    string Number,
    string HolderName,
    string Title,
    string? Batch,
    DateOnly StartsOn,
    DateOnly EndsOn,
    int Jp,
    DateOnly IssuedOn,
    string Issuer,
    string Signer,
    RevocationClass? RevocationClass,
    DateOnly? EndedOn,
    string? ReplacedByNumber
);

internal sealed class VerifyCertificateValidator : AbstractValidator<VerifyCertificate>
{
    public VerifyCertificateValidator()
    {
        RuleFor(query => query.Number)
            .NotEmpty()
            .MaximumLength(Certificate.NumberMaximum)
            .When(query => query.Token is null);
        RuleFor(query => query.Name).NotEmpty().MaximumLength(HolderName.Maximum).When(query => query.Token is null);
    }
}

internal sealed class VerifyCertificateHandler(IDatabase database, CertificateStanding standing)
    : IRequestHandler<VerifyCertificate, Result<CertificateVerification>>
{
    public async Task<Result<CertificateVerification>> Handle(
        VerifyCertificate request,
        CancellationToken cancellationToken
    )
    {
        var certificate = request.Token is { } token
            ? await ByTokenAsync(token, cancellationToken)
            : await ByNumberAsync(request.Number!, request.Name!, cancellationToken);
        if (certificate is null)
            return CertificateErrors.NotVerified();
        return await standing.TellAsync(certificate, cancellationToken);
    }

    private Task<Certificate?> ByTokenAsync(string token, CancellationToken cancellationToken) =>
        CertificateToken.LooksLikeVerification(token)
            ? database
                .Set<Certificate>()
                .AsNoTracking()
                .SingleOrDefaultAsync(certificate => certificate.Token == token, cancellationToken)
            : Task.FromResult<Certificate?>(null);

    private async Task<Certificate?> ByNumberAsync(string number, string name, CancellationToken cancellationToken)
    {
        // Phones write small letters; two numbers that differ in nothing else may both exist, and then the exact one counts.
        var typed = number.Trim();
        string[] meant = [typed, typed.ToUpperInvariant()];
        var certificate = await database
            .Set<Certificate>()
            .AsNoTracking()
            .Where(certificate => meant.Contains(certificate.Number))
            .OrderByDescending(certificate => certificate.Number == typed)
            .FirstOrDefaultAsync(cancellationToken);
        return certificate is not null && certificate.HolderKey == HolderName.Key(name) ? certificate : null;
    }
}
