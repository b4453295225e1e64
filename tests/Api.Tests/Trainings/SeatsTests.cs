using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Trainings.EventHandlers;

namespace Pionir.Api.Tests.Trainings;

public sealed class SeatsTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    [Fact]
    public async Task LastSeat_GoesToExactlyOneOf64()
    {
        var training = await api.AddTrainingAsync(quota: 3, reserves: 100);
        await api.AddParticipantAsync(training, "Confirmed");
        await api.AddParticipantAsync(training, "Confirmed");
        var racers = new List<Guid>();
        for (var i = 0; i < 64; i++)
        {
            racers.Add(await api.AddParticipantAsync(training, "Approved"));
        }

        var answers = await Task.WhenAll(
            racers.Select(id =>
                api.PostAsync(
                    api.Officer,
                    $"/trainings/{training}/participants/{id}/confirmation",
                    new { confirm = true }
                )
            )
        );

        answers.Count(answer => answer.GetProperty("state").GetString() == "confirmed").ShouldBe(1);
        var losers = answers.Where(answer => answer.GetProperty("state").GetString() == "reserve").ToList();
        losers.Select(answer => answer.GetProperty("reserveRank").GetInt32()).Order().ShouldBe(Enumerable.Range(1, 63));
        var first = losers.Single(answer => answer.GetProperty("reserveRank").GetInt32() == 12).GetProperty("notice");
        first.Code().ShouldBe("training.quota_full");
        first
            .GetProperty("id")
            .GetProperty("detail")
            .GetString()
            .ShouldBe("Kuota penuh: 3 dari 3. Peserta masuk cadangan nomor 12.");
        (await api.ScalarAsync<int>($"SELECT seats_taken FROM trainings WHERE id = {training}")).ShouldBe(3);
    }

    [Fact]
    public async Task Database_RefusesOneSeatTooMany_WhateverWritesIt()
    {
        var training = await api.AddTrainingAsync(quota: 1);
        await api.AddParticipantAsync(training, "Confirmed");
        var failure = await Should.ThrowAsync<Npgsql.PostgresException>(() =>
            api.AddParticipantAsync(training, "Confirmed")
        );
        failure.ConstraintName.ShouldBe("trainings_seats");
    }

    [Fact]
    public async Task Invitation_BeyondTheQuota_GoesToTheReserveList_AndThenIsRefused()
    {
        var training = await api.AddTrainingAsync(quota: 2, reserves: 1);
        for (var i = 0; i < 4; i++)
        {
            await api.AddParticipantAsync(training, "Approved");
        }

        var outcome = await api.PostAsync(api.Officer, $"/trainings/{training}/participants/invite", new { });

        outcome
            .GetProperty("done")
            .EnumerateArray()
            .Select(one => one.GetProperty("state").GetString())
            .ShouldBe(["invited", "invited", "reserve"]);
        outcome.GetProperty("refused")[0].GetProperty("errors")[0].Code().ShouldBe("training.reserve_full");
    }

    [Fact]
    public async Task TwoOfficersInvitingAtOnce_DoNotExceedTheQuota()
    {
        var training = await api.AddTrainingAsync(quota: 5, reserves: 50);
        var people = new List<Guid>();
        for (var i = 0; i < 20; i++)
        {
            people.Add(await api.AddParticipantAsync(training, "Approved"));
        }

        await Task.WhenAll(
            people
                .Chunk(5)
                .Select(chunk =>
                    api.PostAsync(
                        api.Officer,
                        $"/trainings/{training}/participants/invite",
                        new { participantIds = chunk }
                    )
                )
        );

        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM participants WHERE training_id = {training} AND state = 'Invited'"
            )
        ).ShouldBe(5);
    }

    [Fact]
    public async Task Link_ConfirmsOnce_WithoutSigningIn()
    {
        var (training, participant, token) = await InvitedAsync();

        var asked = await api.GetAsync(null, $"/invitations/{token}");
        asked.GetProperty("canAnswer").GetBoolean().ShouldBeTrue();
        await api.PostAsync(null, $"/invitations/{token}/answer", new { confirm = true });

        (await api.StateAsync(participant)).ShouldBe("Confirmed");
        (await api.PostAsync(null, $"/invitations/{token}/answer", new { confirm = false }, 409))
            .Code()
            .ShouldBe("invitation.used");
        (await api.ScalarAsync<int>($"SELECT seats_taken FROM trainings WHERE id = {training}")).ShouldBe(1);
    }

    [Fact]
    public async Task Link_Unknown_Expired_Foreign_OrReplaced_IsRefusedClearly()
    {
        (await api.GetAsync(null, $"/invitations/{new string('a', 64)}", 404)).Code().ShouldBe("invitation.unknown");
        (await api.GetAsync(null, "/invitations/abc", 404)).Code().ShouldBe("invitation.unknown");

        var (training, participant, token) = await InvitedAsync();
        var stranger = TrainingFixture.Employee(await api.AddEmployeeAsync());
        (await api.PostAsync(stranger, $"/invitations/{token}/answer", new { confirm = true }, 403))
            .Code()
            .ShouldBe("invitation.foreign");

        await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/participants/invite",
            new { participantIds = new[] { participant } }
        );
        (await api.PostAsync(null, $"/invitations/{token}/answer", new { confirm = true }, 409))
            .Code()
            .ShouldBe("invitation.cancelled");

        await api.SqlAsync(
            $"UPDATE invitations SET expires_at = {api.Clock.GetUtcNow()} WHERE training_id = {training}"
        );
        var fresh = await api.LastTokenAsync(await EmailAsync(participant));
        (await api.PostAsync(null, $"/invitations/{fresh}/answer", new { confirm = true }, 409))
            .Code()
            .ShouldBe("invitation.expired");
    }

    [Fact]
    public async Task Link_ClickedManyTimesAtOnce_IsAnsweredOnce()
    {
        var (_, participant, token) = await InvitedAsync();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async _ =>
                {
                    var client = api.Client();
                    var body = new StringContent("{\"confirm\":true}", System.Text.Encoding.UTF8, "application/json");
                    return (int)(await client.PostAsync($"/api/v1/invitations/{token}/answer", body)).StatusCode;
                })
        );
        answers.Count(status => status == 200).ShouldBe(1);
        answers.Count(status => status == 409).ShouldBe(7);
        (await api.StateAsync(participant)).ShouldBe("Confirmed");
    }

    [Fact]
    public async Task Decline_OffersThePlaceToTheFirstReserve_AndTheNextAfterTheDeadline()
    {
        var (training, _, token) = await InvitedAsync(quota: 1);
        var first = await api.AddParticipantAsync(training, "Reserve", rank: 1);
        var second = await api.AddParticipantAsync(training, "Reserve", rank: 2);

        await api.PostAsync(null, $"/invitations/{token}/answer", new { confirm = false, reason = "Dinas luar" });
        (await api.StateAsync(first)).ShouldBe("Invited");
        (await api.StateAsync(second)).ShouldBe("Reserve");

        await api.SqlAsync(
            $"UPDATE invitations SET expires_at = {api.Clock.GetUtcNow()} WHERE participant_id = {first}"
        );
        await api.ScopeAsync(async services =>
        {
            await services.GetRequiredService<ExpireInvitations>().RunAsync(CancellationToken.None);
            return true;
        });

        (await api.StateAsync(first)).ShouldBe("Declined");
        (await api.StateAsync(second)).ShouldBe("Invited");
        var offers = await api.GetAsync(
            api.Officer,
            $"/trainings/{training}/participants/invitations?kind=reserveOffer"
        );
        offers.GetProperty("total").GetInt32().ShouldBe(2);
        var people = await api.GetAsync(api.Officer, $"/trainings/{training}/participants?state=declined");
        var reason = people
            .GetProperty("items")
            .EnumerateArray()
            .Single(one => one.Id("id") == first)
            .GetProperty("reason");
        reason.GetProperty("id").GetString().ShouldBe("Tidak menjawab sampai batas waktu");
        reason.GetProperty("en").GetString().ShouldBe("No answer before the deadline");
    }

    [Fact]
    public async Task ConfirmedElsewhereOnTheSameDays_IsRefused_AlsoByTheDatabase()
    {
        var employee = await api.AddEmployeeAsync();
        var other = await api.AddTrainingAsync();
        await api.AddParticipantAsync(other, "Confirmed", employee);
        var training = await api.AddTrainingAsync(start: TrainingFixture.Start.AddDays(2));
        var participant = await api.AddParticipantAsync(training, "Invited", employee);

        var problem = await api.PostAsync(
            TrainingFixture.Employee(employee),
            $"/trainings/{training}/participants/{participant}/confirmation",
            new { confirm = true },
            422
        );

        problem.Code().ShouldBe("participant.overlaps");
        var failure = await Should.ThrowAsync<Npgsql.PostgresException>(() =>
            api.SqlAsync($"UPDATE participants SET state = 'Confirmed' WHERE id = {participant}")
        );
        failure.ConstraintName.ShouldBe("participants_no_overlap");
    }

    [Fact]
    public async Task Withdrawal_FreesThePlaceForTheReserve_AndEndsTheLink()
    {
        var (training, participant, token) = await InvitedAsync(quota: 1);
        var reserve = await api.AddParticipantAsync(training, "Reserve", rank: 1);

        await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/participants/withdraw",
            new { participantIds = new[] { participant }, reason = "Mutasi" }
        );

        (await api.StateAsync(reserve)).ShouldBe("Invited");
        (await api.PostAsync(null, $"/invitations/{token}/answer", new { confirm = true }, 409))
            .Code()
            .ShouldBe("invitation.cancelled");
    }

    [Fact]
    public async Task Swap_PassesThePlaceDirectly()
    {
        var training = await api.AddTrainingAsync(quota: 1);
        var leaving = await api.AddParticipantAsync(training, "Confirmed");
        var coming = await api.AddParticipantAsync(training, "Approved");

        await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/participants/{leaving}/replace",
            new { replacementId = coming, reason = "Tugas mendadak" }
        );

        (await api.StateAsync(leaving)).ShouldBe("Replaced");
        (await api.StateAsync(coming)).ShouldBe("Confirmed");
    }

    [Fact]
    public async Task CancelledTraining_ReleasesItsPeople()
    {
        var (training, invited, token) = await InvitedAsync();
        var confirmed = await api.AddParticipantAsync(training, "Confirmed");

        await api.PostAsync(api.Officer, $"/trainings/{training}/cancel", new { reason = "Anggaran dialihkan" });

        (await api.StateAsync(confirmed)).ShouldBe("Withdrawn");
        (await api.StateAsync(invited)).ShouldBe("Withdrawn");
        (await api.ScalarAsync<int>($"SELECT seats_taken FROM trainings WHERE id = {training}")).ShouldBe(0);
        (await api.PostAsync(null, $"/invitations/{token}/answer", new { confirm = true }, 409))
            .Code()
            .ShouldBe("invitation.cancelled");
    }

    private async Task<(Guid Training, Guid Participant, string Token)> InvitedAsync(int quota = 10)
    {
        var training = await api.AddTrainingAsync(quota);
        var participant = await api.AddParticipantAsync(training, "Approved");
        await api.PostAsync(api.Officer, $"/trainings/{training}/participants/invite", new { });
        return (training, participant, await api.LastTokenAsync(await EmailAsync(participant)));
    }

    private Task<string> EmailAsync(Guid participant) =>
        api.ScalarAsync<string>(
            $"SELECT e.email FROM employees e JOIN participants p ON p.employee_id = e.id WHERE p.id = {participant}"
        );
}
