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
        Unpack(TightZlib.Encode(noise)).ShouldBe(noise);
        Unpack(TightZlib.Encode(words)).ShouldBe(words);
    }

    /// <summary>Counts that grow like this make the deepest trees; words must not get longer than the format allows.</summary>
    [Fact]
    public void RareAndFrequentLetters_AreStillUnpacked()
    {
        var (count, next) = (1, 1);
        var data = new List<byte>();
        for (var letter = 0; letter < 24; letter++)
        {
            data.AddRange(Enumerable.Repeat((byte)letter, count));
            (count, next) = (next, count + next);
        }
        var mixed = data.ToArray();
        new Random(3).Shuffle(mixed);

        Unpack(TightZlib.Encode(mixed)).ShouldBe(mixed);
    }

    [Fact]
    public void TightPacking_IsWorthIt()
    {
        var words = Encoding.ASCII.GetBytes(
            string.Concat(Enumerable.Range(0, 4000).Select(at => $"{at * 7919 % 841} {at * 104729 % 595} l\n"))
        );

        TightZlib.Encode(words).Length.ShouldBeLessThan(ZlibEncoder.Encode(words).Length * 9 / 10);
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        var unpacked = new MemoryStream();
        stream.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
