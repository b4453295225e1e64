namespace Pionir.Infrastructure.Printing;

internal sealed partial class PdfCanvas
{
    private ReadOnlySpan<byte> Opening => fonts.IsBrief ? "("u8 : "<"u8;
    private ReadOnlySpan<byte> Closing => fonts.IsBrief ? ")"u8 : ">"u8;

    /// <param name="gap">Thousandths of the size, added to each space but a leading one.</param>
    private void Letters(Face face, double size, string text, double gap)
    {
        // Papers of earlier templates show each run of letters as it is, and stay so.
        var moves = fonts.IsKerned || gap != 0;
        Face? current = null;
        var (before, isFirst) = ((ushort)0, true);
        foreach (var rune in text.EnumerateRunes())
        {
            if (PdfFonts.IsInkless(rune.Value))
                continue;
            var (drawn, number) = fonts.Find(face, rune.Value);
            if (drawn != current)
            {
                if (current is not null)
                    EndRun(moves);
                buffer.Add("/F"u8).Add((long)drawn).Add(" "u8).Add(size).Add("Tf "u8);
                if (moves)
                    buffer.Add("["u8);
                buffer.Add(Opening);
                current = drawn;
            }
            else
            {
                Move(fonts.KernBetween(drawn, before, number));
            }
            if (fonts.IsBrief)
                buffer.AddLetter(number);
            else
                buffer.AddHex(number);
            if (rune.Value == ' ' && !isFirst)
                Move(gap);
            (before, isFirst) = (number, false);
        }
        if (current is not null)
            EndRun(moves);
    }

    /// <summary>What follows stands so much further to the right (ISO 32000-1, 9.4.3: subtracted, in thousandths).</summary>
    private void Move(double by)
    {
        if (by != 0)
            buffer.Add(Closing).Add(-by).Add(Opening);
    }

    private void EndRun(bool moves) =>
        buffer
            .Add(Closing)
            .Add(
                moves ? "]TJ "u8
                : fonts.IsBrief ? "Tj "u8
                : " Tj "u8
            );
}
