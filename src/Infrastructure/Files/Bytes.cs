namespace Pionir.Infrastructure.Files;

internal static class Bytes
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Whether the bytes occur anywhere, reading in parts that overlap.</summary>
    public static bool Contains(Stream content, ReadOnlySpan<byte> wanted)
    {
        content.Position = 0;
        var buffer = new byte[BufferSize];
        var kept = 0;
        int read;
        while ((read = content.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var filled = kept + read;
            if (buffer.AsSpan(0, filled).IndexOf(wanted) >= 0)
                return true;
            kept = Math.Min(wanted.Length - 1, filled);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }
        return false;
    }
}
