using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Pionir.Domain.Identity;

/// <summary>Codes of an authenticator app: RFC 6238, SHA-1, six digits, 30 seconds, as every app supports.</summary>
public static class TimeBasedCode
{
    public const int Digits = 6;
    public const int KeyBytes = 20;
    private const int StepSeconds = 30;

    /// <summary>One step either way, for clocks that differ and people who type slowly.</summary>
    private const int Tolerance = 1;

    /// <param name="lastStep">The step of the last accepted code; that one and older are spent (ASVS 2.8.4).</param>
    /// <returns>The step of the code, to be kept as the last one; empty when it is wrong or spent.</returns>
    public static long? Verify(ReadOnlySpan<byte> key, string code, DateTimeOffset now, long? lastStep)
    {
        var present = now.ToUnixTimeSeconds() / StepSeconds;
        for (var step = present - Tolerance; step <= present + Tolerance; step++)
        {
            if (step > (lastStep ?? long.MinValue) && Matches(At(key, step), code))
            {
                return step;
            }
        }
        return null;
    }

    public static string At(ReadOnlySpan<byte> key, DateTimeOffset moment) =>
        At(key, moment.ToUnixTimeSeconds() / StepSeconds);

    private static string At(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 and the apps ask for SHA-1; as a keyed hash it is not broken.
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static bool Matches(string expected, string given) =>
        given.Length == Digits
        && CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.ASCII.GetBytes(expected),
            System.Text.Encoding.ASCII.GetBytes(given)
        );
}
