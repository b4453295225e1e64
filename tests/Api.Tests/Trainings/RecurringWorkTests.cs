using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Trainings.EventHandlers;

namespace Pionir.Api.Tests.Trainings;

public sealed class RecurringWorkTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    /// <summary>Counted by a sequence, which no rollback takes back: whichever training comes first fails, once.</summary>
    [Fact]
    public async Task OneTrainingThatFails_LeavesNothingBehind_AndHoldsUpNoOther()
    {
        List<Guid> invited = [await InvitedAsync(), await InvitedAsync()];
        await api.SqlAsync($"UPDATE invitations SET expires_at = {api.Clock.GetUtcNow()}");
        await api.SqlAsync(
            $"""
            CREATE SEQUENCE faults;
            CREATE FUNCTION fail_first() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $f$
            BEGIN
                IF nextval('faults') = 1 THEN RAISE EXCEPTION 'out of order'; END IF;
                RETURN NEW;
            END $f$;
            CREATE TRIGGER fail_first BEFORE UPDATE ON invitations FOR EACH ROW EXECUTE FUNCTION fail_first();
            """
        );

        await ExpireAsync();
        (await StatesAsync()).ShouldBe(["Declined", "Invited"]);

        await ExpireAsync();
        (await StatesAsync()).ShouldBe(["Declined", "Declined"]);

        async Task<IEnumerable<string>> StatesAsync() =>
            [.. new[] { await api.StateAsync(invited[0]), await api.StateAsync(invited[1]) }.Order()];
    }

    private Task<bool> ExpireAsync() =>
        api.ScopeAsync(async services =>
        {
            await services.GetRequiredService<ExpireInvitations>().RunAsync(CancellationToken.None);
            return true;
        });

    private async Task<Guid> InvitedAsync()
    {
        var training = await api.AddTrainingAsync();
        var participant = await api.AddParticipantAsync(training, "Approved");
        await api.PostAsync(api.Officer, $"/trainings/{training}/participants/invite", new { });
        return participant;
    }
}
