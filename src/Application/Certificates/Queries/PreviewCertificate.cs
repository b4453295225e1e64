using MediatR;
using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Certificates.Templates;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Identity;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>The certificate of one participant as it would be printed today, marked as a preview and without a number.</summary>
[Requires(Permission.CertificatesIssue)]
public sealed record PreviewCertificate(Guid TrainingId, Guid? ParticipantId) : IQuery<PdfFileContent>;

/// <summary>A paper and what to call it.</summary>
public sealed record PdfFileContent(string FileName, byte[] Content);

internal sealed class PreviewCertificateHandler(
    IssuingDesk desk,
    ICertificateSigners signers,
    IInstitution institution,
    IPublicAddress address,
    TemplateFinder templates,
    CertificatePrinter printer
) : IRequestHandler<PreviewCertificate, Result<PdfFileContent>>
{
    public async Task<Result<PdfFileContent>> Handle(PreviewCertificate request, CancellationToken cancellationToken)
    {
        var found = await desk.TrainingAsync(request.TrainingId, Permission.CertificatesIssue, cancellationToken);
        if (!found.IsSuccess)
            return found.Error;
        var training = found.Value;
        var rows = await desk.RowsAsync(training.Id, cancellationToken);
        // Without a wish, the longest name: what fits it fits all.
        var person = request.ParticipantId is { } wanted
            ? rows.FirstOrDefault(row => row.Person.ParticipantId == wanted)?.Person
            : rows.MaxBy(row => row.Person.Name.Length)?.Person;
        if (person is null)
            return CertificateErrors.NotFound();
        var today = (await desk.DateAsync(training, null, cancellationToken)).Value;
        var signer = await signers.OnAsync(today, cancellationToken);
        var snapshot = SnapshotMaker.Make(
            "…",
            address.Of("/").ToString(),
            SnapshotMaker.IssuerOf(await institution.CurrentAsync(cancellationToken)),
            SnapshotMaker.HolderOf(person),
            SnapshotMaker.TrainingOf(training),
            signer ?? new SnapshotSigner("…", "…"),
            today,
            await desk.PlaceAsync(null, cancellationToken)
        );
        var template = await templates.ServingAsync(
            CertificateKind.Training,
            training.Scheme,
            training.Unit,
            cancellationToken
        );
        return new PdfFileContent("pratinjau.pdf", await printer.PreviewAsync(snapshot, template, cancellationToken));
    }
}
