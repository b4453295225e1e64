using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

/// <summary>A file that belongs to a training. The content lies in the file store under its hash.</summary>
public sealed class TrainingDocument : Entity<DocumentId>
{
    public const int NumberMaximum = 100;

    /// <summary>Letters that list who takes part: made again when the list changes.</summary>
    public static readonly IReadOnlyList<DocumentKind> NamingPeople =
    [
        DocumentKind.AssignmentLetter,
        DocumentKind.ParticipantConfirmation,
    ];

    private TrainingDocument() { }

    public bool NamesPeople => NamingPeople.Contains(Kind);

    public TrainingId TrainingId { get; private set; }
    public DocumentKind Kind { get; private set; }

    /// <summary>Number of the letter, where it has one.</summary>
    public string? Number { get; private set; }
    public string FileHash { get; private set; } = "";
    public string FileName { get; private set; } = "";
    public string ContentType { get; private set; } = "";
    public long Size { get; private set; }
    public DateTimeOffset UploadedAt { get; private set; }
    public Guid UploadedBy { get; private set; }
    public string UploadedByName { get; private set; } = "";

    internal static TrainingDocument Create(
        TrainingId training,
        DocumentKind kind,
        string? number,
        DocumentFile file,
        Actor by,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = DocumentId.New(),
            TrainingId = training,
            Kind = kind,
            Number = number,
            FileHash = file.Hash,
            FileName = file.Name,
            ContentType = file.ContentType,
            Size = file.Size,
            UploadedAt = now,
            UploadedBy = by.UserId,
            UploadedByName = by.Name,
        };
}

/// <summary>A file as the store knows it.</summary>
public sealed record DocumentFile(string Hash, string Name, string ContentType, long Size);
