using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Files;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Planning;
using Pionir.Application.Trainings.Queries;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <param name="Number">Number of the letter, where it has one.</param>
/// <param name="Content">Read once more from the start when the command has to be repeated.</param>
[Requires(Permission.TrainingsPlan, Permission.TrainingsRun)]
public sealed record UploadDocument(Guid TrainingId, DocumentKind Kind, string? Number, string FileName, Stream Content)
    : ICommand<DocumentView>;

internal sealed class UploadDocumentValidator : AbstractValidator<UploadDocument>
{
    public UploadDocumentValidator()
    {
        RuleFor(request => request.Kind).IsInEnum();
        RuleFor(request => request.Number).MaximumLength(TrainingDocument.NumberMaximum);
    }
}

internal sealed class UploadDocumentHandler(PlanningDesk desk, IFileStore files, IInstitution institution)
    : IRequestHandler<UploadDocument, Result<DocumentView>>
{
    private const long Megabyte = 1024 * 1024;

    public async Task<Result<DocumentView>> Handle(UploadDocument request, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(
            request.TrainingId,
            cancellationToken,
            Permission.TrainingsPlan,
            Permission.TrainingsRun
        );
        if (!found.IsSuccess)
            return Result<DocumentView>.Failure(found.Errors);
        if (!found.Value.AreDocumentsEditable)
            return TrainingErrors.NotEditable(found.Value.State);
        var settings = await institution.CurrentAsync(cancellationToken);
        var stored = await files.SaveAsync(
            request.Content,
            request.FileName,
            new FileRules(FileKinds.Evidence, settings.Files.DocumentMegabytes * Megabyte),
            cancellationToken
        );
        if (!stored.IsSuccess)
            return Result<DocumentView>.Failure(stored.Errors);
        var file = new DocumentFile(stored.Value.Hash, stored.Value.Name, stored.Value.ContentType, stored.Value.Size);
        var added = found.Value.AddDocument(request.Kind, request.Number, file, desk.Me, desk.Now);
        return added.IsSuccess
            ? DocumentView.From(added.Value, canRemove: true)
            : Result<DocumentView>.Failure(added.Errors);
    }
}
