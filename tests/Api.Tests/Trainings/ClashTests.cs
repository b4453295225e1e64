using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pionir.Api.Tests.Trainings;

/// <summary>A clash is told with the people and the training it is with.</summary>
public sealed class ClashTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    [Fact]
    public async Task MovedOntoDaysOnWhichItsPeopleSitElsewhere_NamesThemAndTheOtherTraining()
    {
        var training = await PlannedAsync(TrainingFixture.Start);
        var busy = await api.AddTrainingAsync(start: TrainingFixture.Start.AddDays(14));
        for (var count = 0; count < 4; count++)
        {
            var person = await api.AddEmployeeAsync();
            await api.AddParticipantAsync(training, "Confirmed", person);
            await api.AddParticipantAsync(busy, "Confirmed", person);
        }
        await api.AddParticipantAsync(training, "Confirmed");

        var refused = await EditAsync(
            training,
            plan =>
            {
                plan["start"] = "2026-03-23";
                plan["end"] = "2026-03-25";
            },
            422
        );

        refused.Code().ShouldBe("participant.moved_onto_others");
        var detail = refused.GetProperty("detail").GetString()!;
        detail.ShouldStartWith("Pada tanggal itu 4 peserta");
        detail.ShouldContain($"(“{await TitleAsync(busy)}”)");
        detail.ShouldContain("dan 1 orang lagi");
    }

    [Fact]
    public async Task Catalogue_SaysWithWhichTrainingItClashes()
    {
        var start = new DateOnly(2026, 5, 4);
        var wanted = await api.AddTrainingAsync(start: start);
        var mine = await api.AddTrainingAsync(start: start);
        var me = await api.AddEmployeeAsync();
        await api.AddParticipantAsync(mine, "Confirmed", me);

        var catalogue = await api.GetAsync(TrainingFixture.Employee(me), "/catalogue?size=100");

        var entry = catalogue.GetProperty("items").EnumerateArray().Single(one => one.Id("trainingId") == wanted);
        entry.GetProperty("whyNot").Code().ShouldBe("participant.overlaps");
        entry.GetProperty("whyNot").GetRawText().ShouldContain(await TitleAsync(mine));
    }

    [Fact]
    public async Task InstructorWhoSitsElsewhereAtThatTime_IsFoundFromBothSides()
    {
        var day = new DateOnly(2026, 6, 1);
        var taught = await api.AddTrainingAsync(start: day);
        var session = await api.AddSessionAsync(taught, day);
        var attended = await api.AddTrainingAsync(start: day);
        await api.AddSessionAsync(attended, day);
        var person = await api.AddEmployeeAsync();
        await api.SqlAsync(
            $"INSERT INTO session_instructors (id, session_id, employee_id, name) VALUES ({Guid.CreateVersion7()}, {session}, {person}, {"Dr. Sari"})"
        );
        await api.AddParticipantAsync(attended, "Nominated", person);

        var teaching = await api.GetAsync(api.Officer, $"/trainings/{taught}/sessions");
        var attending = await api.GetAsync(api.Officer, $"/trainings/{attended}/sessions");

        var here = teaching.GetProperty("days")[0].GetProperty("sessions")[0].GetProperty("clashes")[0];
        (
            here.GetProperty("kind").GetString(),
            here.GetProperty("what").GetString(),
            here.Id("otherTrainingId")
        ).ShouldBe(("participation", "Dr. Sari", attended));
        var there = attending.GetProperty("clashes")[0];
        (there.GetProperty("kind").GetString(), there.Id("otherTrainingId")).ShouldBe(("instructor", taught));
    }

    [Fact]
    public async Task InstructorWhoSitsElsewhereAtAnotherHour_IsNoClash()
    {
        var day = new DateOnly(2026, 6, 8);
        var taught = await api.AddTrainingAsync(start: day);
        var session = await api.AddSessionAsync(taught, day);
        var attended = await api.AddTrainingAsync(start: day);
        await api.AddSessionAsync(attended, day.AddDays(1));
        var person = await api.AddEmployeeAsync();
        await api.SqlAsync(
            $"INSERT INTO session_instructors (id, session_id, employee_id, name) VALUES ({Guid.CreateVersion7()}, {session}, {person}, {"Dr. Sari"})"
        );
        await api.AddParticipantAsync(attended, "Confirmed", person);

        var teaching = await api.GetAsync(api.Officer, $"/trainings/{taught}/sessions");

        teaching.GetProperty("days")[0].GetProperty("sessions")[0].GetProperty("clashes").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task EditingThePlan_LeavesTheReportOfWhatWasSpent()
    {
        var training = await PlannedAsync(TrainingFixture.Start, "Running");
        await api.SqlAsync($"UPDATE trainings SET budget_ceiling = 1000000 WHERE id = {training}");
        await api.PostAsync(api.Officer, $"/trainings/{training}/budget", new { realisation = 900_000 });

        await EditAsync(
            training,
            plan =>
            {
                plan["budgetRealisation"] = 5_000_000;
                plan["venue"] = "Aula";
            }
        );

        var view = await api.GetAsync(api.Officer, $"/trainings/{training}");
        view.GetProperty("budgetRealisation").GetDecimal().ShouldBe(900_000);
        view.GetProperty("plan").GetProperty("venue").GetString().ShouldBe("Aula");
    }

    [Fact]
    public async Task HoursAndCompetencies_StayAsApproved()
    {
        var training = await PlannedAsync(TrainingFixture.Start, "Running");

        var refused = await EditAsync(
            training,
            plan =>
            {
                plan["programmeJp"] = 2000;
                plan["programmeJpReason"] = "Keputusan panitia";
            },
            422
        );

        refused.Code().ShouldBe("training.field_locked");
    }

    private async Task<Guid> PlannedAsync(DateOnly start, string state = "Open")
    {
        var training = await api.AddTrainingAsync(state: state, start: start);
        await api.SqlAsync($"UPDATE trainings SET form = {"diklat-teknis"} WHERE id = {training}");
        return training;
    }

    private Task<string> TitleAsync(Guid training) =>
        api.ScalarAsync<string>($"SELECT title FROM trainings WHERE id = {training}");

    private async Task<JsonElement> EditAsync(Guid training, Action<JsonObject> change, int status = 200)
    {
        var view = await api.GetAsync(api.Officer, $"/trainings/{training}");
        var plan = JsonNode.Parse(view.GetProperty("plan").GetRawText())!.AsObject();
        change(plan);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/trainings/{training}")
        {
            Content = JsonContent.Create(plan),
        };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{view.GetProperty("version").GetInt64()}\""));
        var response = await api.Client(api.Officer).SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
