using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>A document of a training.</summary>
/// <param name="Number">Number of the letter.</param>
/// <param name="ContentType">As found in the content.</param>
/// <param name="Size">In bytes.</param>
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
    bool CanPreview,
    bool CanRemove
)
{
    internal static DocumentView From(TrainingDocument document, bool canRemove) =>
        new(
            document.Id.Value,
            document.Kind,
            document.Number,
            document.FileName,
            document.ContentType,
            document.Size,
            document.UploadedAt,
            document.UploadedByName,
            document.ContentType is "application/pdf" or "image/png" or "image/jpeg",
            canRemove
        );
}
