using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates.Designs;

/// <summary>
/// Text in a box: the largest size between the wished and the smallest at which it fits, broken into lines of like
/// length. Words are measured once, at size 1; trying a size is then only counting.
/// </summary>
internal static class BlockText
{
    private const double Step = 0.25;

    /// <summary>A certificate is printed whatever its text: below the smallest size it goes on shrinking to this.</summary>
    private const double Floor = 3;

    public static FittedLines Fit(
        PdfFonts fonts,
        Face face,
        string text,
        double width,
        double height,
        TextMeasure measure
    )
    {
        var paragraphs = text.ReplaceLineEndings("\n")
            .Split('\n')
            .Select(paragraph => Words(fonts, face, paragraph, measure.Tracking))
            .ToList();
        var space = fonts.Width(face, 1, " ") + measure.Tracking;
        var ends = new HashSet<int>();
        for (var size = measure.Size; size >= measure.Smallest; size -= Step)
        {
            if (Break(paragraphs, space, width / size, height, size, measure, mayBreakWords: false) is { } lines)
                return new FittedLines(size, lines, ends, IsTooLong: false, BrokenWord: null);
        }
        var broken = paragraphs
            .SelectMany(words => words)
            .FirstOrDefault(word => word.Width > width / measure.Smallest);
        for (var size = measure.Smallest; size >= Floor; size -= Step)
        {
            if (Break(paragraphs, space, width / size, height, size, measure, mayBreakWords: true) is { } lines)
                return new FittedLines(size, lines, ends, size < measure.Smallest, broken?.Text);
        }
        var all = paragraphs.SelectMany(words => Lines(words, space, width / Floor, mayBreak: true)!).ToList();
        return new FittedLines(Floor, all, ends, IsTooLong: true, broken?.Text);

        List<string>? Break(
            List<List<Word>> parts,
            double gap,
            double room,
            double high,
            double size,
            TextMeasure how,
            bool mayBreakWords
        )
        {
            var most = (int)((high + 0.01) / (size * how.LineHeight));
            var lines = new List<string>();
            ends.Clear();
            foreach (var words in parts)
            {
                if (Lines(words, gap, room, mayBreakWords) is not { } found || lines.Count + found.Count > most)
                    return null;
                lines.AddRange(found.Count > 1 && how.Balanced ? Balance(words, gap, room, found) : found);
                ends.Add(lines.Count - 1);
            }
            return lines;
        }

        // Text that had to break a word stays as it is: it is full to the edge anyhow.
        List<string> Balance(List<Word> words, double gap, double room, List<string> lines)
        {
            var (narrow, wide) = (words.Sum(word => word.Width) / lines.Count, room);
            var best = lines;
            for (var round = 0; round < 12; round++)
            {
                var middle = (narrow + wide) / 2;
                if (Lines(words, gap, middle, mayBreak: false) is { } tried && tried.Count <= lines.Count)
                    (best, wide) = (tried, middle);
                else
                    narrow = middle;
            }
            return best;
        }

        // Null when a word is wider than the room and must not be broken.
        List<string>? Lines(List<Word> words, double gap, double room, bool mayBreak)
        {
            var lines = new List<string>();
            var (line, used) = ("", 0.0);
            foreach (var word in words.SelectMany(word => word.Width <= room ? [word] : Parts(word, room)))
            {
                if (word.Width > room && !mayBreak)
                    return null;
                if (line.Length > 0 && used + gap + word.Width > room)
                {
                    lines.Add(line);
                    (line, used) = ("", 0);
                }
                used += (line.Length > 0 ? gap : 0) + word.Width;
                line = line.Length > 0 ? $"{line} {word.Text}" : word.Text;
            }
            lines.Add(line);
            return lines;

            IEnumerable<Word> Parts(Word word, double most) =>
                mayBreak ? Cut(fonts, face, word, most, measure.Tracking) : [word];
        }
    }

    private static List<Word> Words(PdfFonts fonts, Face face, string text, double tracking) =>
        [
            .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => new Word(word, fonts.Width(face, 1, word, tracking))),
        ];

    private static IEnumerable<Word> Cut(PdfFonts fonts, Face face, Word word, double room, double tracking)
    {
        var (part, used) = ("", 0.0);
        foreach (var rune in word.Text.EnumerateRunes())
        {
            var letter = rune.ToString();
            var width = fonts.Width(face, 1, letter, tracking);
            if (part.Length > 0 && used + width > room)
            {
                yield return new Word(part, used);
                (part, used) = ("", 0);
            }
            part += letter;
            used += width;
        }
        yield return new Word(part, used);
    }

    private sealed record Word(string Text, double Width);
}

/// <param name="Size">Wished, in points.</param>
/// <param name="LineHeight">Times the size.</param>
/// <param name="Tracking">Between letters, times the size.</param>
/// <param name="Balanced">Lines of like length rather than full ones.</param>
internal readonly record struct TextMeasure(
    double Size,
    double Smallest,
    double LineHeight,
    double Tracking,
    bool Balanced
);

/// <param name="Ends">Lines that end a paragraph.</param>
/// <param name="IsTooLong">It stands below the smallest size, or does not fit at all.</param>
/// <param name="BrokenWord">A word that had to be broken inside.</param>
internal sealed record FittedLines(
    double Size,
    List<string> Lines,
    IReadOnlySet<int> Ends,
    bool IsTooLong,
    string? BrokenWord
);
