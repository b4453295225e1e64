namespace Pionir.Api.Tests.Trainings;

/// <summary>The demo's history is made by the product's own commands, so it must hold on any day somebody starts it.</summary>
[Collection(FilledByTheDemo.Name)]
public sealed class DemoTrainingsTests(DemoFixture demo)
{
    [Fact]
    public void EveryStory_IsPlayedToItsEnd() => demo.BrokenOff.ShouldBeEmpty();

    [Fact]
    public Task Demo_HasTrainingsInEveryState_AndNothingInTheFuture() => CheckAsync(demo);

    [Fact]
    public async Task Demo_HoldsOnALeapDayToo()
    {
        await using var leap = new DemoFixture();
        leap.Clock.Set(new DateTimeOffset(2028, 2, 27, 5, 0, 0, TimeSpan.Zero));
        await leap.InitializeAsync();

        leap.BrokenOff.ShouldBeEmpty();
        await CheckAsync(leap);
    }

    [Fact]
    public async Task StartedAgain_ItAddsNothing()
    {
        await demo.SeedAsync();

        (await demo.ScalarAsync<int>($"SELECT count(*)::int FROM trainings")).ShouldBe(20);
    }

    private static async Task CheckAsync(DemoFixture demo)
    {
        (await demo.ScalarAsync<int>($"SELECT count(*)::int FROM trainings")).ShouldBe(20);
        var states = await demo.ScalarAsync<string>(
            $"SELECT string_agg(DISTINCT state, ' ' ORDER BY state) FROM trainings"
        );
        states.ShouldBe("Approved Cancelled Closed Completed Draft Open Returned Running Submitted");
        var people = await demo.ScalarAsync<string>(
            $"SELECT string_agg(DISTINCT state, ' ' ORDER BY state) FROM participants"
        );
        foreach (var state in "Approved Confirmed Declined Failed Invited Nominated Passed Reserve".Split(' '))
            people.ShouldContain(state);
        (await CertificatesAsync(demo, "Issued")).ShouldBeGreaterThan(40);
        (await CertificatesAsync(demo, "Revoked")).ShouldBe(1);
        (await demo.ScalarAsync<int>($"SELECT count(*)::int FROM jobs WHERE state <> 'Succeeded'")).ShouldBe(0);
        (
            await demo.ScalarAsync<int>(
                $"SELECT count(*)::int FROM training_transitions WHERE at > {demo.Clock.GetUtcNow()}"
            )
        ).ShouldBe(0);
        // Whatever the weekday, an answer is still awaited.
        (
            await demo.ScalarAsync<int>(
                $"SELECT count(*)::int FROM invitations WHERE kind = 'Invitation' AND answer IS NULL AND expires_at > {demo.Clock.GetUtcNow()}"
            )
        ).ShouldBe(1);
        (await demo.ScalarAsync<int>($"SELECT count(DISTINCT year)::int FROM ledger_entries")).ShouldBe(2);
    }

    private static Task<int> CertificatesAsync(DemoFixture demo, string status) =>
        demo.ScalarAsync<int>($"SELECT count(*)::int FROM certificates WHERE status = {status}");
}
