using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Files;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates.Templates;

namespace Pionir.Application.Certificates.Templates;

/// <summary>Fetches templates with the fonts and pictures they print.</summary>
internal sealed class TemplateShelf(IDatabase database, IFileStore files) : IApplicationPart
{
    private readonly Dictionary<string, TemplateMaterial> published = [];

    /// <summary>A published version by the code that stands on certificates.</summary>
    public async Task<TemplateMaterial> FetchAsync(string code, CancellationToken cancellationToken)
    {
        if (published.TryGetValue(code, out var known))
            return known;
        var version = await database
            .Set<TemplateVersion>()
            .AsNoTracking()
            .SingleAsync(version => version.Code == code, cancellationToken);
        if (!version.IsIntact())
            throw new InvalidDataException($"The template version {code} is not what was published.");
        return published[code] = await FetchAsync(code, TemplateDocument.FromJson(version.Document), cancellationToken);
    }

    /// <summary>What a draft names and does not exist is left out.</summary>
    public Task<TemplateMaterial> FetchAsync(TemplateDocument draft, CancellationToken cancellationToken) =>
        FetchAsync(null, draft, cancellationToken);

    private async Task<TemplateMaterial> FetchAsync(
        string? code,
        TemplateDocument document,
        CancellationToken cancellationToken
    )
    {
        var fontIds = document
            .Blocks.Select(block => Guid.TryParse(block.Font, out var id) ? id : (Guid?)null)
            .OfType<Guid>()
            .Distinct()
            .Select(CertificateFontId.From)
            .ToList();
        var fonts = await database
            .Set<CertificateFont>()
            .AsNoTracking()
            .Where(font => fontIds.Contains(font.Id))
            .Select(font => new { font.Id, font.FileHash })
            .ToListAsync(cancellationToken);
        var pictureIds = document
            .Blocks.Where(block => block.Kind is BlockKind.Picture or BlockKind.Signature)
            .Select(block => block.Picture)
            .Append(document.Background)
            .Append(document.BackgroundOfSecond)
            .OfType<Guid>()
            .Distinct()
            .Select(CertificatePictureId.From)
            .ToList();
        var pictures = await database
            .Set<CertificatePicture>()
            .AsNoTracking()
            .Where(picture => pictureIds.Contains(picture.Id))
            .Select(picture => new { picture.Id, picture.FileHash })
            .ToListAsync(cancellationToken);
        var foundFonts = new Dictionary<string, TemplateFile>();
        foreach (var font in fonts)
            foundFonts[font.Id.Value.ToString()] = await ReadAsync(font.FileHash, cancellationToken);
        var foundPictures = new Dictionary<Guid, TemplateFile>();
        foreach (var picture in pictures)
            foundPictures[picture.Id.Value] = await ReadAsync(picture.FileHash, cancellationToken);
        return new TemplateMaterial(code, document, foundFonts, foundPictures);
    }

    private async Task<TemplateFile> ReadAsync(string hash, CancellationToken cancellationToken)
    {
        await using var stream = await files.OpenAsync(hash, cancellationToken);
        var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellationToken);
        return new TemplateFile(hash, content.ToArray());
    }
}
