using System.Text.Json;

namespace Pionir.Api.Tests.Trainings;

/// <summary>The own link of a participant without an account opens the own programme, and nothing of anybody else.</summary>
public sealed class PersonalLinkTests(RegistrationFixture scene) : IClassFixture<RegistrationFixture>
{
    private readonly TrainingFixture api = scene.Trainings;

    [Fact]
    public async Task PersonalLink_ChecksInItsOwnPersonOnly_WithTheCodeOfTheClass()
    {
        var today = DateOnly.FromDateTime(api.Clock.GetUtcNow().UtcDateTime);
        var training = await scene.PublicTrainingAsync(start: today.AddDays(1));
        var (participant, link) = await scene.SeatedAsync(training, scene.NewAddress());
        var (_, other) = await scene.SeatedAsync(await scene.PublicTrainingAsync(), scene.NewAddress());
        var session = await api.AddSessionAsync(training, DateOnly.FromDateTime(api.Clock.GetUtcNow().UtcDateTime));
        await api.SqlAsync(
            $"UPDATE sessions SET starts_at = {api.Clock.GetUtcNow().AddMinutes(-1)} WHERE id = {session}"
        );
        var shown = await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/sessions/{session}/check-in",
            new { minutes = 10 }
        );
        var code = shown.GetProperty("code").GetString();

        var page = await api.GetAsync(null, $"/personal-links/{link}");
        page.GetProperty("canCheckIn").GetBoolean().ShouldBeTrue();
        (await CheckInAsync(other, new { code, sessionId = session }, 422)).Code().ShouldBe("check_in.not_participant");
        (await CheckInAsync(new string('b', 64), new { code }, 404)).Code().ShouldBe("personal_link.unknown");
        (await CheckInAsync(link, new { code = "ZZZZZZ" }, 422)).Code().ShouldBe("check_in.wrong_code");
        await CheckInAsync(link, new { code });
        (await CheckInAsync(link, new { code, sessionId = session }, 409)).Code().ShouldBe("check_in.already_used");

        (await api.StateAsync(participant)).ShouldBe("Attended");
        page = await api.GetAsync(null, $"/personal-links/{link}");
        page.GetProperty("sessions")[0].GetProperty("status").GetString().ShouldBe("full");
    }

    [Fact]
    public async Task PersonalLink_ClosesWithThePlace_AndSomeTimeAfterTheTraining()
    {
        var training = await scene.PublicTrainingAsync();
        var (leaver, gone) = await scene.SeatedAsync(training, scene.NewAddress());
        var (_, stays) = await scene.SeatedAsync(training, scene.NewAddress());
        await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/participants/withdraw",
            new { participantIds = new[] { leaver }, reason = "Berhalangan" }
        );

        (await api.GetAsync(null, $"/personal-links/{gone}", 404)).Code().ShouldBe("personal_link.unknown");
        await api.GetAsync(null, $"/personal-links/{stays}");
        await api.SqlAsync(
            $"UPDATE trainings SET starts_on = {new DateOnly(2025, 1, 6)}, ends_on = {new DateOnly(2025, 1, 8)} WHERE id = {training}"
        );
        (await api.GetAsync(null, $"/personal-links/{stays}", 409)).Code().ShouldBe("personal_link.expired");
    }

    private Task<JsonElement> CheckInAsync(string link, object body, int status = 200) =>
        api.PostAsync(null, $"/personal-links/{link}/check-ins", body, status);
}
