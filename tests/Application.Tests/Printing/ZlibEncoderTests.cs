using System.IO.Compression;
using System.Text;
using Pionir.Infrastructure.Printing;

namespace Pionir.Application.Tests.Printing;

public sealed class ZlibEncoderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(257)]
    [InlineData(70_000)]
    public void Packed_IsUnpackedByAnybody(int length)
    {
        var random = new Random(length);
        var noise = new byte[length];
        random.NextBytes(noise);
        var words = Encoding.ASCII.GetBytes(
            string.Concat(Enumerable.Range(0, length).Select(at => at % 7 == 0 ? " 12.5 re" : "0 0 m "))
        );

        Unpack(ZlibEncoder.Encode(noise)).ShouldBe(noise);
        Unpack(ZlibEncoder.Encode(words)).ShouldBe(words);
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        var unpacked = new MemoryStream();
        stream.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
