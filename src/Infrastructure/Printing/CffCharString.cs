using System.Buffers.Binary;

namespace Pionir.Infrastructure.Printing;

/// <summary>Runs the program of one glyph (Adobe Technical Note 5177) and gives its outline; hints are passed over.</summary>
internal sealed class CffCharString(byte[] data, CffIndex shared, CffIndex own, CffBudget budget)
{
    private const int DepthMaximum = 10;
    private const double FarthestPoint = 16_000;

    private readonly double[] stack = new double[64];
    private readonly List<CffStep> steps = [];
    private int count;
    private int hints;
    private bool hasWidth;
    private bool isOver;
    private double x;
    private double y;

    public List<CffStep> Run(ReadOnlySpan<byte> program)
    {
        Run(program, 0);
        return steps;
    }

    private void Run(ReadOnlySpan<byte> program, int depth)
    {
        if (depth > DepthMaximum)
            throw new InvalidDataException("Programs within programs.");
        for (var at = 0; at < program.Length && !isOver; )
        {
            budget.Spend();
            int first = program[at++];
            switch (first)
            {
                case 28:
                    stack[count++] = BinaryPrimitives.ReadInt16BigEndian(program[at..]);
                    at += 2;
                    break;
                case 255:
                    stack[count++] = BinaryPrimitives.ReadInt32BigEndian(program[at..]) / 65536.0;
                    at += 4;
                    break;
                case >= 251:
                    stack[count++] = -((first - 251) * 256) - program[at++] - 108;
                    break;
                case >= 247:
                    stack[count++] = ((first - 247) * 256) + program[at++] + 108;
                    break;
                case >= 32:
                    stack[count++] = first - 139;
                    break;
                case 10 or 29:
                    Run(Called(first == 10 ? own : shared), depth + 1);
                    break;
                case 11:
                    return;
                case 19 or 20:
                    Hints();
                    at += (hints + 7) / 8;
                    break;
                case 12:
                    Flex(program[at++]);
                    count = 0;
                    break;
                default:
                    Operate(first);
                    count = 0;
                    break;
            }
        }
    }

    private ReadOnlySpan<byte> Called(CffIndex programs)
    {
        var bias = programs.Count switch
        {
            < 1240 => 107,
            < 33900 => 1131,
            _ => 32768,
        };
        return programs.Of(data, (int)stack[--count] + bias);
    }

    private void Operate(int operation)
    {
        switch (operation)
        {
            case 1 or 3 or 18 or 23:
                Hints();
                break;
            case 4:
                Move(1, 0, Argument(0, 1));
                break;
            case 22:
                Move(1, Argument(0, 1), 0);
                break;
            case 21:
                Move(2, Argument(0, 2), Argument(1, 2));
                break;
            case 14:
                // Accents put together from two letters: given up twenty years ago, and never in a font for OpenType.
                if (count > 1)
                    throw new InvalidDataException("A letter of letters.");
                isOver = true;
                break;
            case 5:
                Lines(count);
                break;
            case 6 or 7:
                Turns(operation == 6);
                break;
            case 8:
                Curves(0, count);
                break;
            case 24:
                Curves(0, count - 2);
                Line(stack[count - 2], stack[count - 1]);
                break;
            case 25:
                Lines(count - 6);
                Curves(count - 6, count);
                break;
            case 26 or 27:
                Straight(operation == 27);
                break;
            case 30 or 31:
                Turning(operation == 31);
                break;
            default:
                throw new InvalidDataException($"Command {operation}.");
        }
    }

    // The first command that takes all numbers may have one more: the width.
    private double Argument(int at, int wanted) => stack[count - wanted + at];

    private void Hints()
    {
        hints += count / 2;
        hasWidth = true;
        count = 0;
    }

    private void Move(int wanted, double dx, double dy)
    {
        if (count < wanted || count > wanted + (hasWidth ? 0 : 1))
            throw new InvalidDataException("Too many numbers.");
        hasWidth = true;
        (x, y) = (x + dx, y + dy);
        Add('M', x, y, x, y);
    }

    private void Lines(int end)
    {
        for (var at = 0; at < end; at += 2)
            Line(stack[at], stack[at + 1]);
    }

    /// <summary>Lines along one axis and the other, by turns.</summary>
    private void Turns(bool level)
    {
        for (var at = 0; at < count; at++, level = !level)
            Line(level ? stack[at] : 0, level ? 0 : stack[at]);
    }

    private void Line(double dx, double dy)
    {
        (x, y) = (x + dx, y + dy);
        Add('L', x, y, x, y);
    }

    private void Curves(int start, int end)
    {
        for (var at = start; at + 6 <= end; at += 6)
            Curve(stack[at], stack[at + 1], stack[at + 2], stack[at + 3], stack[at + 4], stack[at + 5]);
    }

    /// <summary>Curves that begin and end along one axis.</summary>
    private void Straight(bool level)
    {
        var at = count % 4 == 1 ? 1 : 0;
        var aside = at == 1 ? stack[0] : 0;
        for (; at + 4 <= count; at += 4, aside = 0)
        {
            if (level)
                Curve(stack[at], aside, stack[at + 1], stack[at + 2], stack[at + 3], 0);
            else
                Curve(aside, stack[at], stack[at + 1], stack[at + 2], 0, stack[at + 3]);
        }
    }

    /// <summary>Curves that begin along one axis and end along the other, by turns.</summary>
    private void Turning(bool level)
    {
        for (var at = 0; at + 4 <= count; at += 4, level = !level)
        {
            var last = count - at == 5 ? stack[at + 4] : 0;
            if (level)
                Curve(stack[at], 0, stack[at + 1], stack[at + 2], last, stack[at + 3]);
            else
                Curve(0, stack[at], stack[at + 1], stack[at + 2], stack[at + 3], last);
        }
    }

    private void Flex(int operation)
    {
        var s = stack;
        switch (operation)
        {
            case 34:
                Curve(s[0], 0, s[1], s[2], s[3], 0);
                Curve(s[4], 0, s[5], -s[2], s[6], 0);
                break;
            case 35:
                Curves(0, 12);
                break;
            case 36:
                Curve(s[0], s[1], s[2], s[3], s[4], 0);
                Curve(s[5], 0, s[6], s[7], s[8], -(s[1] + s[3] + s[7]));
                break;
            case 37:
                var (dx, dy) = (s[0] + s[2] + s[4] + s[6] + s[8], s[1] + s[3] + s[5] + s[7] + s[9]);
                var level = Math.Abs(dx) > Math.Abs(dy);
                Curve(s[0], s[1], s[2], s[3], s[4], s[5]);
                Curve(s[6], s[7], s[8], s[9], level ? s[10] : -dx, level ? -dy : s[10]);
                break;
            default:
                throw new InvalidDataException($"Command 12 {operation}.");
        }
    }

    private void Curve(double ax, double ay, double bx, double by, double cx, double cy)
    {
        var (x1, y1) = (x + ax, y + ay);
        var (x2, y2) = (x1 + bx, y1 + by);
        (x, y) = (x2 + cx, y2 + cy);
        Add('C', x1, y1, x2, y2);
    }

    private void Add(char kind, double x1, double y1, double x2, double y2)
    {
        budget.Spend();
        if (steps.Count == 0 && kind != 'M')
            throw new InvalidDataException("An outline without a beginning.");
        if (new[] { x1, y1, x2, y2, x, y }.Any(place => !(Math.Abs(place) <= FarthestPoint)))
            throw new InvalidDataException("A point far outside.");
        steps.Add(new CffStep(kind, x1, y1, x2, y2, x, y));
    }
}
