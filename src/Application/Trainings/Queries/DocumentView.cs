using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>A document of a training.</summary>
/// <param name="Number">Number of the letter.</param>
/// <param name="ContentType">As found in the content.</param>
/// <param name="Size">In bytes.</param>
/// <param name="OutdatedSince">When the list of participants that the letter names changed after it: make the letter again.</param>
/// <param name="CanPreview">The browser can show it in the page.</param>
public sealed record DocumentView(
    Guid Id,
    DocumentKind Kind,
    string? Number,
    string FileName,
    string ContentType,
    long Size,
    DateTimeOffset UploadedAt,
    string UploadedBy,
    DateTimeOffset? OutdatedSince,
    bool CanPreview,
    bool CanRemove
)
{
    internal static DocumentView From(
        TrainingDocument document,
        bool canRemove,
        DateTimeOffset? outdatedSince = null
    ) =>
        new(
            document.Id.Value,
            document.Kind,
            document.Number,
            document.FileName,
            document.ContentType,
            document.Size,
            document.UploadedAt,
            document.UploadedByName,
            outdatedSince,
            document.ContentType is "application/pdf" or "image/png" or "image/jpeg",
            canRemove
        );
}
