using System.Text.Json;

namespace Pionir.Api.Tests.Trainings;

public sealed class ParticipantsTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    [Fact]
    public async Task Nomination_ByAnOfficer_WaitsForTheUnit_WhichApproves()
    {
        var training = await api.AddTrainingAsync();
        var employee = await api.AddEmployeeAsync(api.UnitA);

        var added = await NominateAsync(training, employee);
        var participant = added.Id("participantId");
        var desk = await api.GetAsync(TrainingFixture.Coordinator(api.UnitA), $"/nominations?trainingId={training}");
        desk.GetProperty("total").GetInt32().ShouldBe(1);
        await DecideAsync(TrainingFixture.Coordinator(api.UnitA), participant, approve: true);

        (await api.StateAsync(participant)).ShouldBe("Approved");
    }

    [Fact]
    public async Task Decision_OfAnotherUnit_IsNotFound()
    {
        var training = await api.AddTrainingAsync();
        var participant = await api.AddParticipantAsync(training, "Nominated", unit: api.UnitA);
        var problem = await DecideAsync(
            TrainingFixture.Coordinator(api.UnitB),
            participant,
            approve: true,
            status: 404
        );
        problem.Code().ShouldBe("participant.not_found");
    }

    [Fact]
    public async Task Rejection_WithoutReason_IsRefusedInBothLanguages()
    {
        var training = await api.AddTrainingAsync();
        var participant = await api.AddParticipantAsync(training, "Nominated");
        var problem = await DecideAsync(
            TrainingFixture.Coordinator(api.UnitA),
            participant,
            approve: false,
            status: 400
        );
        problem.Code().ShouldBe("participant.reason_required");
        problem
            .GetProperty("errors")[0]
            .GetProperty("en")
            .GetProperty("title")
            .GetString()
            .ShouldBe("A reason is required");
    }

    [Fact]
    public async Task Coordinator_DoesNotApproveTheOwnNomination()
    {
        var training = await api.AddTrainingAsync();
        var employee = await api.AddEmployeeAsync(api.UnitA);
        var coordinator = TrainingFixture.Coordinator(api.UnitA);
        var added = await api.PostAsync(
            coordinator,
            $"/trainings/{training}/participants",
            new { employeeIds = new[] { employee } }
        );
        var participant = added.GetProperty("added")[0].Id("participantId");
        (await DecideAsync(coordinator, participant, approve: true, status: 422))
            .Code()
            .ShouldBe("participant.own_submission");
    }

    [Fact]
    public async Task Superior_ApprovesTheirOwnPeople()
    {
        var training = await api.AddTrainingAsync();
        var superior = await api.AddEmployeeAsync();
        var employee = await api.AddEmployeeAsync(api.UnitA, supervisor: superior);
        var participant = (await NominateAsync(training, employee)).Id("participantId");

        await DecideAsync(TrainingFixture.Employee(superior), participant, approve: true);

        (await api.StateAsync(participant)).ShouldBe("Approved");
    }

    [Fact]
    public async Task Nomination_BeyondTheUnitQuota_IsRefused_OthersComeIn()
    {
        var training = await api.AddTrainingAsync();
        var people = new[] { await api.AddEmployeeAsync(), await api.AddEmployeeAsync() };
        await api.SqlAsync(
            $"INSERT INTO unit_quotas (training_id, unit_id, places) VALUES ({training}, {api.UnitA}, {1})"
        );

        var outcome = await api.PostAsync(
            TrainingFixture.Coordinator(api.UnitA),
            $"/trainings/{training}/participants",
            new { employeeIds = people }
        );

        outcome.GetProperty("added").GetArrayLength().ShouldBe(1);
        outcome.GetProperty("refused")[0].GetProperty("errors")[0].Code().ShouldBe("participant.unit_quota_reached");
    }

    [Fact]
    public async Task Nomination_OfSomebodyWhoLeft_Unknown_OrTwice_IsRefused()
    {
        var training = await api.AddTrainingAsync();
        var left = await api.AddEmployeeAsync(activeTo: new DateOnly(2026, 1, 31));
        var listed = await api.AddEmployeeAsync();
        await NominateAsync(training, listed);

        (await NominateRefusedAsync(training, left)).Code().ShouldBe("participant.employee_left");
        (await NominateRefusedAsync(training, listed)).Code().ShouldBe("participant.already_listed");
        (await NominateRefusedAsync(training, Guid.NewGuid())).Code().ShouldBe("participant.employee_unknown");
    }

    [Fact]
    public async Task Coordinator_DoesNotNominatePeopleOfAnotherUnit()
    {
        var training = await api.AddTrainingAsync();
        var foreign = await api.AddEmployeeAsync(api.UnitB);
        var problem = await api.PostAsync(
            TrainingFixture.Coordinator(api.UnitA),
            $"/trainings/{training}/participants",
            new { employeeIds = new[] { foreign } },
            400
        );
        problem.Code().ShouldBe("participant.employee_unknown");
    }

    [Fact]
    public async Task DraftTraining_TakesNobody()
    {
        var training = await api.AddTrainingAsync(state: "Draft");
        (await NominateRefusedAsync(training, await api.AddEmployeeAsync()))
            .Code()
            .ShouldBe("training.no_participants_now");
    }

    [Fact]
    public async Task Application_FromTheCatalogue_WaitsForTheUnit()
    {
        var training = await api.AddTrainingAsync();
        var me = await api.AddEmployeeAsync();

        await api.PostAsync(
            TrainingFixture.Employee(me),
            $"/catalogue/{training}/applications",
            new { note = "Perlu" }
        );

        var again = await api.PostAsync(
            TrainingFixture.Employee(me),
            $"/catalogue/{training}/applications",
            new { },
            409
        );
        again.Code().ShouldBe("participant.already_listed");
        var catalogue = await api.GetAsync(TrainingFixture.Employee(me), "/catalogue?size=100");
        var entry = catalogue.GetProperty("items").EnumerateArray().Single(one => one.Id("trainingId") == training);
        entry.GetProperty("canApply").GetBoolean().ShouldBeFalse();
        entry.GetProperty("whyNot").Code().ShouldBe("participant.already_listed");
    }

    [Fact]
    public async Task List_OfAUnitThatDoesNotRunTheTraining_ShowsOnlyItsOwnPeople()
    {
        var training = await api.AddTrainingAsync();
        await api.AddParticipantAsync(training, "Nominated", unit: api.UnitA);
        await api.AddParticipantAsync(training, "Nominated", unit: api.UnitB);

        (await CountAsync(api.Officer)).ShouldBe(2);
        (await CountAsync(TrainingFixture.Coordinator(api.Centre))).ShouldBe(2);
        (await CountAsync(TrainingFixture.Coordinator(api.UnitB))).ShouldBe(1);

        async Task<int> CountAsync(Pionir.Tests.Common.TestUser user) =>
            (await api.GetAsync(user, $"/trainings/{training}/participants")).GetProperty("total").GetInt32();
    }

    [Fact]
    public async Task Names_AreKeptAsTheyAre()
    {
        var training = await api.AddTrainingAsync();
        const string name = "=cmd|' /C calc'!A0 \u202eabc\u202c 😀 O'Neil \"x\"";
        var added = await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/participants/external",
            new { name, email = "luar@contoh.example" }
        );
        added.GetProperty("name").GetString().ShouldBe(name);
        var twice = await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/participants/external",
            new { name, email = "LUAR@contoh.example" },
            409
        );
        twice.Code().ShouldBe("participant.already_listed");
    }

    /// <summary>Where the training is held it is still the first of March.</summary>
    [Fact]
    public async Task Application_IsTakenUntilTheLastDayIsOver_WhereTheTrainingIsHeld()
    {
        var training = await api.AddTrainingAsync();
        await api.SqlAsync(
            $"UPDATE trainings SET applications_until = '2026-03-01', time_zone = 'Pacific/Honolulu' WHERE id = {training}"
        );
        var me = TrainingFixture.Employee(await api.AddEmployeeAsync());

        var offered = await api.GetAsync(me, "/catalogue?size=100");
        await api.PostAsync(me, $"/catalogue/{training}/applications", new { });

        offered
            .GetProperty("items")
            .EnumerateArray()
            .Single(one => one.Id("trainingId") == training)
            .GetProperty("canApply")
            .GetBoolean()
            .ShouldBeTrue();
    }

    [Fact]
    public async Task Application_WhereNoneIsAllowed_OrAfterTheLastDay_IsRefused()
    {
        var closed = await api.AddTrainingAsync();
        await api.SqlAsync($"UPDATE trainings SET applications_until = {new DateOnly(2026, 3, 1)} WHERE id = {closed}");
        var nominated = await api.AddTrainingAsync();
        await api.SqlAsync($"UPDATE trainings SET allows_self_application = false WHERE id = {nominated}");
        var me = TrainingFixture.Employee(await api.AddEmployeeAsync());

        var late = await api.PostAsync(me, $"/catalogue/{closed}/applications", new { }, 422);
        var uninvited = await api.PostAsync(me, $"/catalogue/{nominated}/applications", new { }, 422);

        late.Code().ShouldBe("participant.application_closed");
        uninvited.Code().ShouldBe("training.self_application_not_allowed");
    }

    private static StringContent Body(object body) =>
        new(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json");

    private async Task<JsonElement> NominateAsync(Guid training, Guid employee)
    {
        var outcome = await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/participants",
            new { employeeIds = new[] { employee } }
        );
        return outcome.GetProperty("added")[0];
    }

    private async Task<JsonElement> NominateRefusedAsync(Guid training, Guid employee)
    {
        var response = await api.Client(api.Officer)
            .PostAsync($"/api/v1/trainings/{training}/participants", Body(new { employeeIds = new[] { employee } }));
        response.IsSuccessStatusCode.ShouldBeFalse();
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
    }

    private Task<JsonElement> DecideAsync(
        Pionir.Tests.Common.TestUser user,
        Guid participant,
        bool approve,
        int status = 200
    ) =>
        api.PostAsync(
            user,
            "/nominations/decisions",
            new { decisions = new[] { new { participantId = participant, approve } } },
            status
        );
}
