using System.Text;
using Pionir.Domain.Identity;

namespace Pionir.Domain.Tests.Identity;

public sealed class TimeBasedCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>The last six digits of the vectors in RFC 6238, appendix B.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void At_EqualsTheVectorsOfTheStandard(long seconds, string code) =>
        TimeBasedCode.At(Key, DateTimeOffset.FromUnixTimeSeconds(seconds)).ShouldBe(code);

    [Theory]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(-30, true)]
    [InlineData(90, false)]
    [InlineData(-90, false)]
    public void Verify_AllowsOneStepEitherWay(int drift, bool accepted)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111110);
        var code = TimeBasedCode.At(Key, now.AddSeconds(drift));

        (TimeBasedCode.Verify(Key, code, now, null) is not null).ShouldBe(accepted);
    }

    [Fact]
    public void Verify_OfACodeThatWasUsed_IsRefused()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111110);
        var code = TimeBasedCode.At(Key, now);
        var step = TimeBasedCode.Verify(Key, code, now, null);

        TimeBasedCode.Verify(Key, code, now.AddSeconds(5), step).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("١٢٣٤٥٦")]
    [InlineData("1234567890123")]
    public void Verify_OfSomethingElse_IsRefused(string code) =>
        TimeBasedCode.Verify(Key, code, DateTimeOffset.UnixEpoch, null).ShouldBeNull();
}
