using System.Text;
using System.Text.Json;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

/// <summary>Letters name people: when the list changes they are made again from the new one.</summary>
public sealed class LetterTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    [Fact]
    public async Task AfterASwap_TheLetterIsOutdated_UntilANewOneIsThere()
    {
        var training = await api.AddTrainingAsync();
        var leaving = await api.AddParticipantAsync(training, "Confirmed");
        var coming = await api.AddParticipantAsync(training, "Reserve", rank: 1);
        Pass();
        await UploadAsync(training, "assignmentLetter", "lama");
        await UploadAsync(training, "flyer", "selebaran");
        (await OutdatedAsync(training)).ShouldBeEmpty();
        Pass();

        await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/participants/{leaving}/replace",
            new { replacementId = coming, reason = "Bertugas di tempat lain" }
        );

        (await OutdatedAsync(training)).ShouldBe(["assignmentLetter"]);
        (await WaitingAsync(training)).ShouldBeTrue();
        Pass();
        await UploadAsync(training, "assignmentLetter", "baru");
        (await OutdatedAsync(training)).ShouldBeEmpty();
        (await WaitingAsync(training)).ShouldBeFalse();
    }

    [Fact]
    public async Task Attendance_ChangesNoLetter()
    {
        var training = await api.AddTrainingAsync(state: "Running");
        var person = await api.AddParticipantAsync(training, "Confirmed");
        Pass();
        await UploadAsync(training, "assignmentLetter", "surat");
        Pass();

        await api.SqlAsync(
            $"UPDATE participants SET state = 'Attended', state_since = {api.Clock.GetUtcNow()} WHERE id = {person}"
        );

        (await OutdatedAsync(training)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Annex_IsTheOfficersToMake()
    {
        var training = await api.AddTrainingAsync();
        await api.AddParticipantAsync(training, "Confirmed");
        var path = $"/api/v1/trainings/{training}/documents/participant-annex";

        var paper = await api.Client(api.Officer).GetByteArrayAsync(path);

        Encoding.ASCII.GetString(paper, 0, 5).ShouldBe("%PDF-");
        var unit = TrainingFixture.Coordinator(api.UnitA);
        ((int)(await api.Client(unit).GetAsync(path)).StatusCode).ShouldBe(403);
        var elsewhere = TestUser.With(Permission.ParticipantsManage).Of(api.UnitB);
        ((int)(await api.Client(elsewhere).GetAsync(path)).StatusCode).ShouldBe(404);
    }

    private void Pass() => api.Clock.Advance(TimeSpan.FromMinutes(1));

    private async Task<List<string>> OutdatedAsync(Guid training) =>
        [
            .. (await api.GetAsync(api.Officer, $"/trainings/{training}/documents"))
                .GetProperty("items")
                .EnumerateArray()
                .Where(item => item.GetProperty("outdatedSince").ValueKind != JsonValueKind.Null)
                .Select(item => item.GetProperty("kind").GetString()!),
        ];

    private async Task<bool> WaitingAsync(Guid training) =>
        (await api.GetAsync(api.Officer, "/waiting-items"))
            .GetProperty("items")
            .EnumerateArray()
            .Any(item => item.GetProperty("link").GetString() == $"/trainings/{training}?tab=documents");

    private async Task UploadAsync(Guid training, string kind, string content)
    {
        using var form = new MultipartFormDataContent
        {
            {
                new ByteArrayContent([.. PlanningScene.Pdf, .. Encoding.ASCII.GetBytes($"\n% {content}")]),
                "file",
                $"{kind}.pdf"
            },
            { new StringContent(kind), "kind" },
        };
        var response = await api.Client(api.Officer).PostAsync($"/api/v1/trainings/{training}/documents", form);
        ((int)response.StatusCode).ShouldBe(201, await response.Content.ReadAsStringAsync());
    }
}
