namespace Pionir.Infrastructure.Printing;

/// <summary>Breaks text into lines and finds sizes at which it fits.</summary>
internal static class TextFlow
{
    /// <summary>Breaks between words; a word wider than the line is broken inside.</summary>
    public static List<string> Wrap(PdfFonts fonts, Face face, double size, string text, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (fonts.Width(face, size, longer) <= width)
                {
                    line = longer;
                    continue;
                }
                if (line.Length > 0)
                    lines.Add(line);
                line = word;
                while (fonts.Width(face, size, line) > width && line.Length > 1)
                {
                    var fitting = FittingLength(fonts, face, size, line, width);
                    lines.Add(line[..fitting]);
                    line = line[fitting..];
                }
            }
            lines.Add(line);
        }
        return lines;
    }

    /// <summary>
    /// The largest size at which the text stands on at most so many lines; lines are balanced, so that not one word
    /// stands alone on the last.
    /// </summary>
    public static (double Size, List<string> Lines) Fit(
        PdfFonts fonts,
        Face face,
        string text,
        double width,
        int mostLines,
        double largest,
        double smallest
    )
    {
        for (var size = largest; ; size -= 0.5)
        {
            var natural = fonts.Width(face, size, text);
            if (natural > width * mostLines && size > smallest)
                continue;
            var lines = Wrap(fonts, face, size, text, width);
            if (lines.Count <= mostLines || size <= smallest)
                return (size, lines.Count > 1 ? Balance(fonts, face, size, text, width, natural, lines) : lines);
        }
    }

    private static List<string> Balance(
        PdfFonts fonts,
        Face face,
        double size,
        string text,
        double width,
        double natural,
        List<string> lines
    )
    {
        for (var narrow = natural / lines.Count; narrow < width; narrow += width / 40)
        {
            var balanced = Wrap(fonts, face, size, text, narrow);
            if (balanced.Count <= lines.Count)
                return balanced;
        }
        return lines;
    }

    private static int FittingLength(PdfFonts fonts, Face face, double size, string word, double width)
    {
        var least = 1;
        var most = word.Length - 1;
        while (least < most)
        {
            var middle = (least + most + 1) / 2;
            if (fonts.Width(face, size, word[..middle]) <= width)
                least = middle;
            else
                most = middle - 1;
        }
        // Never between the two halves of one letter.
        return char.IsHighSurrogate(word[least - 1]) ? least + 1 : least;
    }
}
