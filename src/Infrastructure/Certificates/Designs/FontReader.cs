using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Common;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates.Designs;

/// <summary>Says of an uploaded font whether it can be printed and may be embedded.</summary>
internal static class FontReader
{
    private const int Restricted = 0x0002;
    private const int NoSubsetting = 0x0100;
    private const int BitmapsOnly = 0x0200;

    public static Result<FontFacts> Read(byte[] content)
    {
        if (content.Length < 12)
            return CertificateFontErrors.Damaged("sfnt");
        var mark = content.AsSpan(0, 4);
        if (mark.SequenceEqual("ttcf"u8))
            return CertificateFontErrors.Collection();
        if (mark.SequenceEqual("wOFF"u8) || mark.SequenceEqual("wOF2"u8))
            return CertificateFontErrors.WebFont();
        var isPostScript = mark.SequenceEqual("OTTO"u8);
        if (!isPostScript && !mark.SequenceEqual((ReadOnlySpan<byte>)[0, 1, 0, 0]) && !mark.SequenceEqual("true"u8))
            return CertificateFontErrors.Damaged("sfnt");
        if (isPostScript != TrueTypeCheck.HasTable(content, "CFF "))
            return CertificateFontErrors.PostScript();
        if (TrueTypeCheck.DefectOf(content) is { } part)
            return part == "CFF" ? CertificateFontErrors.PostScript() : CertificateFontErrors.Damaged(part);
        // Only the default of a variable font would be printed, whatever its name promises.
        if (TrueTypeCheck.HasTable(content, "fvar"))
            return CertificateFontErrors.Variable();
        if (TrueTypeCheck.EmbeddingOf(content) is not { } rights || !MayBeEmbedded(rights))
            return CertificateFontErrors.NotEmbeddable();
        var font = TrueTypeFont.Of(content);
        if (DesignPlan.Needed.Count(letter => font.Has(letter)) < DesignPlan.Needed.Length * 3 / 4)
            return CertificateFontErrors.NoLetters();
        return new FontFacts(FontName.Of(content).Full, font.LetterCount, content.Length);
    }

    /// <summary>OpenType, OS/2 fsType: usage rights in the lowest four bits, then two bits of their own.</summary>
    private static bool MayBeEmbedded(int rights) =>
        (rights & 0x000F) != Restricted && (rights & (NoSubsetting | BitmapsOnly)) == 0;
}
