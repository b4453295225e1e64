using System.Text;
using Pionir.Domain.Certificates.Templates;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates.Pages;

/// <summary>
/// A stranger's drawing, operator by operator: those of ISO 32000-1, Annex A, come along as they are; marks of structure and
/// layers do not, because what they point at stays behind. What was left open is closed.
/// </summary>
internal sealed class PageContent(byte[] content)
{
    /// <summary>An archive allows 28 (ISO 19005-2, 6.1.13); the paper itself needs two.</summary>
    private const int DepthMaximum = 26;

    private static readonly HashSet<string> Known =
    [
        .. "q Q cm w J j M d ri i gs m l c v y h re S s f F f* B B* b b* n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ ' \" d0 d1 CS cs SC SCN sc scn G g RG rg K k sh Do".Split(
            ' '
        ),
    ];
    private static readonly HashSet<string> Marks = [.. "BMC BDC EMC MP DP BX EX".Split(' ')];
    private static readonly HashSet<string> Intents =
    [
        "/RelativeColorimetric",
        "/AbsoluteColorimetric",
        "/Perceptual",
        "/Saturation",
    ];

    private readonly PdfBuffer clean = new(content.Length + 64);
    private readonly List<Range> operands = [];
    private int at;
    private int depth;
    private bool inText;

    public bool UsesCmyk { get; private set; }

    public byte[] Clean()
    {
        while (Next() is { } token)
        {
            if (!IsOperator(token))
            {
                operands.Add(token);
                continue;
            }
            Take(Word(token));
            operands.Clear();
        }
        if (inText)
            clean.Add("ET\n"u8);
        for (; depth > 0; depth--)
            clean.Add("Q\n"u8);
        return clean.ToArray();
    }

    private void Take(string word)
    {
        if (word == "BI")
        {
            Inline();
            return;
        }
        if (Marks.Contains(word))
            return;
        if (!Known.Contains(word))
            throw Unreadable(word);
        if (word == "Q" && depth == 0)
            return;
        depth +=
            word == "q" ? 1
            : word == "Q" ? -1
            : 0;
        if (depth > DepthMaximum)
            throw new PageRefused(CertificatePictureErrors.PageTooComplex());
        inText = word == "BT" || (word != "ET" && inText);
        if (word == "ri" && !(operands.Count > 0 && Intents.Contains(Word(operands[^1]))))
            return;
        UsesCmyk |=
            word is "k" or "K" || (word is "cs" or "CS" && operands.Count > 0 && Word(operands[^1]) == "/DeviceCMYK");
        foreach (var operand in operands)
            clean.Add(content.AsSpan(operand)).Add(" "u8);
        clean.Add(word).Add("\n"u8);
    }

    /// <summary>A picture inside the drawing, without the entries that archives do not allow.</summary>
    private void Inline()
    {
        clean.Add("BI"u8);
        while (true)
        {
            var key = Next() ?? throw Unreadable("BI");
            if (Word(key) == "ID")
                break;
            var value = Next() ?? throw Unreadable("BI");
            var said = Word(value);
            if (said.Contains("LZW", StringComparison.Ordinal))
                throw new PageRefused(CertificatePictureErrors.PagePicture("LZWDecode"));
            UsesCmyk |= said.Contains("CMYK", StringComparison.Ordinal);
            if (Word(key) is not ("/I" or "/Interpolate" or "/Intent"))
                clean.Add(" "u8).Add(content.AsSpan(key)).Add(" "u8).Add(content.AsSpan(value));
        }
        var start = at + 1;
        for (at = start; at + 2 < content.Length; at++)
        {
            if (content[at] != 'E' || content[at + 1] != 'I' || !IsSpace(content[at - 1]) || !IsSpace(content[at + 2]))
                continue;
            // Two letters can stand in the data by chance; what follows them is text only at the end.
            var next = content.AsSpan(at + 3, Math.Min(12, content.Length - at - 3));
            if (next.ContainsAnyInRange((byte)0x80, (byte)0xFF))
                continue;
            clean.Add(" ID "u8).Add(content.AsSpan(start, at - start)).Add("EI\n"u8);
            at += 2;
            return;
        }
        throw Unreadable("EI");
    }

    /// <summary>The next token; null at the end.</summary>
    private Range? Next()
    {
        Skip();
        if (at >= content.Length)
            return null;
        var start = at;
        switch (content[at])
        {
            case (byte)'(':
                Literal();
                break;
            case (byte)'<' when at + 1 < content.Length && content[at + 1] == '<':
                Nested(2, () => at + 1 < content.Length && content[at] == '>' && content[at + 1] == '>', 2);
                break;
            case (byte)'<':
                at = End((byte)'>');
                break;
            case (byte)'[':
                Nested(1, () => content[at] == ']', 1);
                break;
            case (byte)'/':
                at++;
                Regular();
                break;
            case (byte)')' or (byte)'>' or (byte)']' or (byte)'{' or (byte)'}':
                throw Unreadable(((char)content[at]).ToString());
            default:
                Regular();
                break;
        }
        return start..at;
    }

    private void Nested(int opening, Func<bool> isEnd, int closing)
    {
        if (++nesting > 12)
            throw new PageRefused(CertificatePictureErrors.PageTooComplex());
        at += opening;
        for (Skip(); at < content.Length && !isEnd(); Skip())
            _ = Next();
        if (at >= content.Length)
            throw Unreadable("[");
        at += closing;
        nesting--;
    }

    private int nesting;

    private void Literal()
    {
        var open = 0;
        for (; at < content.Length; at++)
        {
            switch (content[at])
            {
                case (byte)'\\':
                    at++;
                    break;
                case (byte)'(':
                    open++;
                    break;
                case (byte)')' when --open == 0:
                    at++;
                    return;
            }
        }
        throw Unreadable("(");
    }

    private int End(byte mark)
    {
        var end = content.AsSpan(at).IndexOf(mark);
        return end < 0 ? throw Unreadable("<") : at + end + 1;
    }

    private void Regular()
    {
        while (at < content.Length && !IsSpace(content[at]) && !IsDelimiter(content[at]))
            at++;
    }

    private void Skip()
    {
        for (; at < content.Length; at++)
        {
            if (content[at] == '%')
            {
                while (at < content.Length && content[at] is not ((byte)'\n' or (byte)'\r'))
                    at++;
            }
            if (at < content.Length && !IsSpace(content[at]))
                return;
        }
    }

    private bool IsOperator(Range token)
    {
        var first = content[token.Start];
        return first is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (byte)'\'' or (byte)'"'
            && Word(token) is not ("true" or "false" or "null");
    }

    private string Word(Range token) => Encoding.Latin1.GetString(content.AsSpan(token));

    private static bool IsSpace(byte letter) => letter is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte letter) =>
        letter
            is (byte)'('
                or (byte)')'
                or (byte)'<'
                or (byte)'>'
                or (byte)'['
                or (byte)']'
                or (byte)'{'
                or (byte)'}'
                or (byte)'/'
                or (byte)'%';

    private static PageRefused Unreadable(string part) =>
        new(CertificatePictureErrors.PageUnreadable(part.Length > 20 ? part[..20] : part));
}
