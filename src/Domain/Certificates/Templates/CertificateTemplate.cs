using Pionir.Domain.Common;

namespace Pionir.Domain.Certificates.Templates;

/// <summary>
/// How certificates look: a draft that is worked on, and versions published from it that never change, so that every
/// certificate can be printed for ever as on its first day.
/// </summary>
public sealed class CertificateTemplate : AggregateRoot<CertificateTemplateId>
{
    public const int NameMaximum = 120;

    private CertificateTemplate() { }

    public string Name { get; private set; } = "";

    /// <summary>The document as JSON.</summary>
    public string Draft { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }
    public Guid ChangedBy { get; private set; }

    /// <summary>Number of the newest published version; 0 while there is none.</summary>
    public int Published { get; private set; }

    /// <summary>Hash of the newest published document, to see whether the draft says anything new.</summary>
    public byte[]? PublishedHash { get; private set; }

    public DateTimeOffset? ArchivedAt { get; private set; }

    public bool HasChanges =>
        PublishedHash is null || !TemplateDocument.HashOf(Draft).AsSpan().SequenceEqual(PublishedHash);

    public static Result<CertificateTemplate> Create(
        string name,
        TemplateDocument document,
        Guid by,
        DateTimeOffset now
    )
    {
        var template = new CertificateTemplate { Id = CertificateTemplateId.New() };
        var changed = template.Change(name, document, by, now);
        return changed.IsSuccess ? template : changed.Error;
    }

    public Result Change(string name, TemplateDocument document, Guid by, DateTimeOffset now)
    {
        if (ArchivedAt is not null)
            return CertificateTemplateErrors.Archived();
        if (string.IsNullOrWhiteSpace(name))
            return CertificateTemplateErrors.NameMissing();
        if (TemplateRules.Refusal(document) is { } refusal)
            return refusal;
        Name = name.Trim();
        Draft = document.Renewed().ToJson();
        ChangedAt = now;
        ChangedBy = by;
        return Result.Success();
    }

    /// <param name="problems">Everything found in the draft, also by looking at fonts and pictures.</param>
    public Result<TemplateVersion> Publish(IReadOnlyList<TemplateProblem> problems, Guid by, DateTimeOffset now)
    {
        if (ArchivedAt is not null)
            return CertificateTemplateErrors.Archived();
        var wrong = problems.Count(problem => problem.Severity == TemplateProblemSeverity.Error);
        if (wrong > 0)
            return CertificateTemplateErrors.HasProblems(wrong);
        if (!HasChanges)
            return CertificateTemplateErrors.Unchanged(Published);
        Draft = TemplateDocument.FromJson(Draft).Renewed().ToJson();
        Published++;
        PublishedHash = TemplateDocument.HashOf(Draft);
        return TemplateVersion.Of(Id, Published, Draft, by, now);
    }

    /// <summary>Takes it out of the choice; certificates printed with it go on being printed with it.</summary>
    public Result Archive(bool isAssigned, DateTimeOffset now)
    {
        if (isAssigned)
            return CertificateTemplateErrors.InUse();
        ArchivedAt ??= now;
        return Result.Success();
    }

    public void Restore() => ArchivedAt = null;
}

/// <summary>A document as it was published. The database refuses to change or delete it.</summary>
public sealed class TemplateVersion : Entity<TemplateVersionId>
{
    private TemplateVersion() { }

    public CertificateTemplateId TemplateId { get; private init; }
    public int Number { get; private init; }

    /// <summary>Stands on every certificate that is printed with it.</summary>
    public string Code { get; private init; } = "";

    public string Document { get; private init; } = "";
    public byte[] ContentHash { get; private init; } = [];
    public DateTimeOffset PublishedAt { get; private init; }
    public Guid PublishedBy { get; private init; }

    public static TemplateVersion Of(
        CertificateTemplateId template,
        int number,
        string document,
        Guid by,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = TemplateVersionId.New(),
            TemplateId = template,
            Number = number,
            Code = CodeOf(template, number),
            Document = document,
            ContentHash = TemplateDocument.HashOf(document),
            PublishedAt = now,
            PublishedBy = by,
        };

    public static string CodeOf(CertificateTemplateId template, int number) =>
        FormattableString.Invariant($"{template.Value:N}-{number}");

    public bool IsIntact() => ContentHash.AsSpan().SequenceEqual(TemplateDocument.HashOf(Document));
}
