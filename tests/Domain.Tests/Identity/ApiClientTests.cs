using Pionir.Domain.Identity;

namespace Pionir.Domain.Tests.Identity;

public sealed class ApiClientTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Create_WithAnUnknownScope_IsRefused() =>
        ApiClient.Create("SIM", ["trainings.read", "all"], Now).Error.Code.ShouldBe("api_client.unknown_scope");

    [Fact]
    public void Admits_OnlyItsSecret_AndNotesTheUse()
    {
        var (client, secret) = ApiClient.Create("SIM", ["trainings.read"], Now).Value;

        client.Admits("wrong", Now).ShouldBeFalse();
        client.LastUsedAt.ShouldBeNull();
        client.Admits(secret.Text, Now).ShouldBeTrue();
        client.LastUsedAt.ShouldBe(Now);
    }

    [Fact]
    public void RotateSecret_LetsTheOldOneWork_ForTheOverlapOnly()
    {
        var (client, old) = ApiClient.Create("SIM", ["trainings.read"], Now).Value;
        var fresh = client.RotateSecret(TimeSpan.FromHours(24), Now).Value;

        client.Admits(old.Text, Now.AddHours(23)).ShouldBeTrue();
        client.Admits(old.Text, Now.AddHours(24)).ShouldBeFalse();
        client.Admits(fresh.Text, Now.AddDays(100)).ShouldBeTrue();
    }

    [Fact]
    public void RotateSecret_Twice_DoesNotLengthenTheLifeOfTheFirst()
    {
        var (client, first) = ApiClient.Create("SIM", ["trainings.read"], Now).Value;
        client.RotateSecret(TimeSpan.FromHours(1), Now);
        client.RotateSecret(TimeSpan.FromHours(24), Now);

        client.Admits(first.Text, Now.AddHours(2)).ShouldBeFalse();
    }

    [Fact]
    public void Disable_EndsEverySecret()
    {
        var (client, secret) = ApiClient.Create("SIM", ["trainings.read"], Now).Value;
        client.Disable(Now);

        client.Admits(secret.Text, Now).ShouldBeFalse();
        client.RotateSecret(TimeSpan.Zero, Now).Error.Code.ShouldBe("api_client.disabled");
    }
}
