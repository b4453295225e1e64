using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates.Designs;

/// <summary>A page in the making, and which part of its content belongs to which block.</summary>
internal sealed class DesignSheet(PdfCanvas canvas, int page)
{
    private readonly List<(string Block, int Start, int End)> parts = [];

    public PdfCanvas Canvas => canvas;

    /// <summary>1 for the first page, 2 for all after it.</summary>
    public int Page => page;

    public IReadOnlyList<(string Block, int Start, int End)> Parts => parts;

    public void Draw(PlannedBlock block, Action<PdfCanvas> draw)
    {
        // Looking at the content closes its marks, so a page that is printed is only drawn.
        if (canvas.Tags is not null)
        {
            draw(canvas);
            return;
        }
        var start = canvas.Content.Length;
        draw(canvas);
        if (canvas.Content.Length > start)
            parts.Add((block.Source.Id, start, canvas.Content.Length));
    }
}
