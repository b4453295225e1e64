using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pionir.Api.Tests.Trainings;

/// <summary>What a changed number of seats does to those who wait and to those who sit.</summary>
public sealed class QuotaTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    [Fact]
    public async Task Raising_OffersTheNewSeatsToTheReservesByRank_WithADeadline()
    {
        var (training, reserves) = await FullAsync(quota: 2, reserves: 4);

        var saved = await EditAsync(training, ("quota", 4));

        saved.GetProperty("reservesOffered").GetInt32().ShouldBe(2);

        (await Task.WhenAll(reserves.Select(api.StateAsync))).ShouldBe(["Invited", "Invited", "Reserve", "Reserve"]);
        var offers = await api.GetAsync(
            api.Officer,
            $"/trainings/{training}/participants/invitations?kind=reserveOffer"
        );
        var deadlines = offers
            .GetProperty("items")
            .EnumerateArray()
            .Select(offer => offer.GetProperty("expiresAt").GetDateTimeOffset())
            .ToList();
        deadlines.ShouldBe([api.Clock.GetUtcNow().AddHours(24), api.Clock.GetUtcNow().AddHours(24)]);
    }

    [Fact]
    public async Task Raising_BeforeParticipantsAreLetIn_OffersNothing()
    {
        var (training, reserves) = await FullAsync(quota: 1, reserves: 1);
        await api.SqlAsync($"UPDATE trainings SET state = 'Approved' WHERE id = {training}");

        await EditAsync(training, ("quota", 2));

        (await api.StateAsync(reserves[0])).ShouldBe("Reserve");
    }

    [Fact]
    public async Task Lowering_BelowThoseSeatedOrWaiting_IsRefusedWithTheCount()
    {
        var (training, _) = await FullAsync(quota: 3, reserves: 2);

        (await EditAsync(training, 422, ("quota", 2))).Code().ShouldBe("training.quota_below_seats_taken");
        var waiting = await EditAsync(training, 422, ("reservePlaces", 1));

        waiting.Code().ShouldBe("training.reserve_below_waiting");
        waiting.GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe("reservePlaces");
        waiting
            .GetProperty("errors")[0]
            .GetProperty("en")
            .GetProperty("detail")
            .GetString()!
            .ShouldStartWith("2 people");
    }

    [Fact]
    public async Task Lowering_BelowWhatInvitationsPromise_IsRefused()
    {
        var (training, _) = await FullAsync(quota: 1, reserves: 0);
        await EditAsync(training, ("quota", 5));
        await api.AddParticipantAsync(training, "Invited");
        await api.AddParticipantAsync(training, "Invited");

        (await EditAsync(training, 422, ("quota", 2))).Code().ShouldBe("training.quota_below_seats_taken");
        await EditAsync(training, ("quota", 3));
    }

    [Fact]
    public async Task Raising_WhileReservesConfirmAndOthersDecline_GivesEverySeatOnce()
    {
        var (training, reserves) = await FullAsync(quota: 4, reserves: 30);
        var seated = await SeatedAsync(training);

        await Task.WhenAll([
            EditAsync(training, ("quota", 12)),
            .. seated.Select(one =>
                (Task)
                    api.PostAsync(
                        api.Officer,
                        $"/trainings/{training}/participants/withdraw",
                        new { participantIds = new[] { one }, reason = "Mutasi" }
                    )
            ),
            .. reserves.Select(one =>
                (Task)
                    api.PostAsync(
                        api.Officer,
                        $"/trainings/{training}/participants/{one}/confirmation",
                        new { confirm = true }
                    )
            ),
        ]);

        var states = await Task.WhenAll(reserves.Select(api.StateAsync));
        var held = states.Count(state => state is "Confirmed" or "Invited");
        held.ShouldBe(12);
        (await api.ScalarAsync<int>($"SELECT seats_taken FROM trainings WHERE id = {training}")).ShouldBe(
            states.Count(state => state == "Confirmed")
        );
    }

    private async Task<(Guid Training, List<Guid> Reserves)> FullAsync(int quota, int reserves)
    {
        var training = await api.AddTrainingAsync(quota, reserves: reserves);
        await api.SqlAsync($"UPDATE trainings SET form = 'diklat-teknis' WHERE id = {training}");
        for (var seat = 0; seat < quota; seat++)
            await api.AddParticipantAsync(training, "Confirmed");
        var waiting = new List<Guid>();
        for (var rank = 1; rank <= reserves; rank++)
            waiting.Add(await api.AddParticipantAsync(training, "Reserve", rank: rank));
        return (training, waiting);
    }

    private async Task<IReadOnlyList<Guid>> SeatedAsync(Guid training) =>
        [
            .. (await api.GetAsync(api.Officer, $"/trainings/{training}/participants?state=confirmed&size=100"))
                .GetProperty("items")
                .EnumerateArray()
                .Select(one => one.Id("id")),
        ];

    private Task<JsonElement> EditAsync(Guid training, params (string Field, int Value)[] changes) =>
        EditAsync(training, 200, changes);

    private async Task<JsonElement> EditAsync(Guid training, int status, params (string Field, int Value)[] changes)
    {
        var view = await api.GetAsync(api.Officer, $"/trainings/{training}");
        var plan = JsonNode.Parse(view.GetProperty("plan").GetRawText())!;
        foreach (var (field, value) in changes)
            plan[field] = value;
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/trainings/{training}")
        {
            Content = JsonContent.Create(plan),
        };
        var version = view.GetProperty("version").GetInt32().ToString(CultureInfo.InvariantCulture);
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        var response = await api.Client(api.Officer).SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
