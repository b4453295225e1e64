using FluentValidation;
using MediatR;
using Pionir.Application.Certificates.Printing;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>The valid certificates of a batch as one file for printing, made while it is sent.</summary>
/// <param name="BothSides">Each certificate begins on the front of a sheet.</param>
/// <param name="Positions">Only these rows of the batch; all when empty.</param>
/// <param name="Mail">Only those whose mail stands so.</param>
[Requires(Permission.CertificatesRead, Permission.CertificatesIssue)]
public sealed record DownloadMergedCertificates(
    Guid Id,
    bool BothSides = false,
    IReadOnlyList<int>? Positions = null,
    CertificateMailState? Mail = null
) : IQuery<MergedCertificates>
{
    /// <summary>They travel in the address.</summary>
    public const int PositionsMaximum = 200;
}

/// <param name="Parts">Made as they are asked for, so that memory holds a few papers at a time.</param>
public sealed record MergedCertificates(string FileName, IAsyncEnumerable<ReadOnlyMemory<byte>> Parts);

internal sealed class DownloadMergedCertificatesValidator : AbstractValidator<DownloadMergedCertificates>
{
    public DownloadMergedCertificatesValidator()
    {
        RuleFor(request => request.Positions!.Count)
            .LessThanOrEqualTo(DownloadMergedCertificates.PositionsMaximum)
            .When(request => request.Positions is not null)
            .OverridePropertyName(nameof(DownloadMergedCertificates.Positions));
        RuleFor(request => request.Mail).IsInEnum();
    }
}

internal sealed class DownloadMergedCertificatesHandler(
    IDatabase database,
    BatchFinder batches,
    PrintableCertificates printable,
    BatchMails mails,
    CopyPrinter printer,
    IAuditLog audit
) : IRequestHandler<DownloadMergedCertificates, Result<MergedCertificates>>
{
    public async Task<Result<MergedCertificates>> Handle(
        DownloadMergedCertificates request,
        CancellationToken cancellationToken
    )
    {
        if (await batches.FindAsync(request.Id, cancellationToken) is not { } batch)
            return CertificateBatchErrors.NotFound();
        var lines = Chosen(batch.Id, request);
        var standing = await PrintableCertificates.StandingAsync(lines, cancellationToken);
        if (standing.Ready == 0)
            return CertificateBatchErrors.NothingToPrint(standing.Revoked, standing.ToSign);
        var ready = await PrintableCertificates.ReadyAsync(lines, cancellationToken);
        audit.Record(
            nameof(DownloadMergedCertificates),
            nameof(CertificateBatch),
            request.Id,
            batch.Title,
            new { ready.Count }
        );
        await database.SaveChangesAsync(cancellationToken);
        return new MergedCertificates(
            $"salinan-cetak-{CertificatePrinter.Safe(batch.Title)}-{batch.IssuedOn:yyyy-MM-dd}.pdf".ToLowerInvariant(),
            printer.PrintAsync(batch, ready, standing.Revoked, request.BothSides, cancellationToken)
        );
    }

    private IQueryable<PrintLine> Chosen(CertificateBatchId batch, DownloadMergedCertificates request)
    {
        var lines = printable.Of(batch);
        if (request.Positions is { Count: > 0 } positions)
            lines = lines.Where(line => positions.Contains(line.Position));
        if (request.Mail is { } state)
        {
            var chosen = mails.PositionsOf(batch, state);
            lines = lines.Where(line => chosen.Contains(line.Position));
        }
        return lines;
    }
}
