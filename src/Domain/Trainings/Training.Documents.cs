using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public sealed partial class Training
{
    public const int DocumentsMaximum = 200;

    private readonly List<TrainingDocument> documents = [];

    public IReadOnlyList<TrainingDocument> Documents => documents;

    /// <summary>Files may still be added after completion (a late report); not to what is closed or cancelled.</summary>
    public bool AreDocumentsEditable => State is not (TrainingState.Closed or TrainingState.Cancelled);

    public Result<TrainingDocument> AddDocument(
        DocumentKind kind,
        string? number,
        DocumentFile file,
        Actor by,
        DateTimeOffset now
    )
    {
        if (!AreDocumentsEditable)
            return TrainingErrors.NotEditable(State);
        if (documents.Count >= DocumentsMaximum)
            return TrainingErrors.TooManyDocuments(DocumentsMaximum);
        if (documents.FirstOrDefault(kept => kept.Kind == kind && kept.FileHash == file.Hash) is { } same)
            return TrainingErrors.DocumentTwice(same.FileName);
        var document = TrainingDocument.Create(Id, kind, Clean(number), file, by, now);
        documents.Add(document);
        return document;
    }

    /// <summary>What a move already made relied on stays; another of the same kind must take its place first.</summary>
    public Result RemoveDocument(DocumentId id, DocumentRequirements required)
    {
        if (documents.FirstOrDefault(kept => kept.Id == id) is not { } document)
            return TrainingErrors.DocumentNotFound();
        if (!AreDocumentsEditable || State == TrainingState.Submitted)
            return TrainingErrors.NotEditable(State);
        var isLast = documents.Count(kept => kept.Kind == document.Kind) == 1;
        if (isLast && MovesBehind().Any(move => required.For(Scheme, move).Contains(document.Kind)))
            return TrainingErrors.DocumentInUse(document.Kind, State);
        documents.Remove(document);
        return Result.Success();
    }

    /// <summary>The list of people changed after this letter with their names; none once a newer one took its place.</summary>
    public DateTimeOffset? OutdatedSince(TrainingDocument document) =>
        State is TrainingState.Open or TrainingState.Running
        && document.NamesPeople
        && document.UploadedAt < SeatsChangedAt
        && documents.All(other => other.Kind != document.Kind || other.UploadedAt <= document.UploadedAt)
            ? SeatsChangedAt
            : null;

    public IReadOnlyList<DocumentKind> MissingDocuments(DocumentRequirements required, TrainingMove move) =>
        [.. required.For(Scheme, move).Where(kind => documents.All(kept => kept.Kind != kind))];

    private IEnumerable<TrainingMove> MovesBehind() =>
        State switch
        {
            TrainingState.Draft or TrainingState.Returned => [],
            TrainingState.Submitted or TrainingState.Approved => [TrainingMove.Submit],
            TrainingState.Open => [TrainingMove.Submit, TrainingMove.Open],
            TrainingState.Running => [TrainingMove.Submit, TrainingMove.Open, TrainingMove.Start],
            _ => [TrainingMove.Submit, TrainingMove.Open, TrainingMove.Start, TrainingMove.Complete],
        };
}
