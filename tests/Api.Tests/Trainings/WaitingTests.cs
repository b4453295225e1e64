using System.Text.Json;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

/// <summary>Every line of "what waits for me" can be acted on by who sees it, and goes when it is done.</summary>
public sealed class WaitingTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    private static readonly DateOnly Past = new(2026, 2, 9);

    [Fact]
    public async Task Invitation_WaitsUntilItIsAnswered_WithItsDeadline()
    {
        var training = await api.AddTrainingAsync();
        var participant = await api.AddParticipantAsync(training, "Approved");
        var me = TrainingFixture.Employee(await EmployeeAsync(participant));
        await api.PostAsync(api.Officer, $"/trainings/{training}/participants/invite", new { });

        var line = (await LinesAsync(me)).Single(one => one.Code() == "participant.answer_waits");
        line.GetProperty("dueAt").GetDateTimeOffset().ShouldBeGreaterThan(api.Clock.GetUtcNow());
        await api.PostAsync(
            me,
            $"/trainings/{training}/participants/{participant}/confirmation",
            new { confirm = true }
        );

        (await CodesAsync(me)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nominations_WaitForWhoMayDecide_NotForWhoNominatedOrIsNominated()
    {
        var training = await api.AddTrainingAsync();
        var unit = await api.AddUnitAsync();
        var own = await api.AddEmployeeAsync(unit);
        var coordinator = TrainingFixture.Coordinator(unit).As(own);
        await api.AddParticipantAsync(training, "Nominated", own);
        await api.PostAsync(
            coordinator,
            $"/trainings/{training}/participants",
            new { employeeIds = new[] { await api.AddEmployeeAsync(unit) } }
        );
        (await CodesAsync(coordinator)).ShouldNotContain("participant.nominations_wait");

        var candidate = await api.AddParticipantAsync(training, "Nominated", unit: unit);
        var line = (await LinesAsync(coordinator)).Single(one => one.Code() == "participant.nominations_wait");
        line.GetProperty("count").GetInt32().ShouldBe(1);
        await DecideAsync(coordinator, candidate);

        (await CodesAsync(coordinator)).ShouldNotContain("participant.nominations_wait");
    }

    [Fact]
    public async Task TrainingThatIsOver_WaitsForNobody()
    {
        var unit = await api.AddUnitAsync();
        var over = await api.AddTrainingAsync(state: "Running", start: Past);
        await api.AddParticipantAsync(over, "Nominated", unit: unit);
        await api.AddParticipantAsync(over, "Approved", unit: unit);

        (await CodesAsync(TrainingFixture.Coordinator(unit))).ShouldBeEmpty();
        (await LinesOfAsync(api.Officer, over)).ShouldNotContain("participant.approved_to_invite");
    }

    [Fact]
    public async Task OfficersLines_FollowATrainingToItsEnd()
    {
        var training = await api.AddTrainingAsync();
        await api.AddParticipantAsync(training, "Approved");
        var email = await GuestAsync(training);

        (await LinesOfAsync(api.Officer, training)).ShouldBe(
            ["participant.approved_to_invite", "participant.registrations_wait"],
            ignoreOrder: true
        );
        await DecideAsync(
            api.Officer,
            await api.ScalarAsync<Guid>($"SELECT id FROM participants WHERE external_email = {email}")
        );
        await api.PostAsync(api.Officer, $"/trainings/{training}/participants/invite", new { });

        (await LinesOfAsync(api.Officer, training)).ShouldBeEmpty();
    }

    [Fact]
    public async Task CompletedTraining_ReleasesWhoStillWaited_AndTellsWhoKnew()
    {
        var officer = api.Officer with { Permissions = [.. api.Officer.Permissions, Permission.CertificatesIssue] };
        var training = await api.AddTrainingAsync(state: "Running", start: Past);
        var session = await api.AddSessionAsync(training, Past);
        var attended = await api.AddParticipantAsync(training, "Confirmed");
        var reserve = await api.AddParticipantAsync(training, "Reserve", rank: 1);
        var unasked = await api.AddParticipantAsync(training, "Nominated");
        var guest = await GuestAsync(training);
        await api.SqlAsync($"UPDATE trainings SET form = 'diklat-teknis' WHERE id = {training}");

        (await LinesOfAsync(officer, training)).ShouldBe(["participant.training_marks_missing"]);
        await api.SqlAsync(
            $"INSERT INTO attendance_marks (id, training_id, session_id, participant_id, status, source, taken_at, recorded_at, recorded_by) VALUES ({Guid.CreateVersion7()}, {training}, {session}, {attended}, {"Full"}, {"Officer"}, {api.Clock.GetUtcNow()}, {api.Clock.GetUtcNow()}, {Guid.NewGuid()})"
        );
        (await LinesOfAsync(officer, training)).ShouldBe(["participant.training_to_complete"]);
        await api.PostAsync(officer, $"/trainings/{training}/complete", new { });

        (await LinesOfAsync(officer, training)).ShouldBe(["certificate.to_issue"]);
        (await api.StateAsync(reserve)).ShouldBe("Withdrawn");
        (await api.StateAsync(unasked)).ShouldBe("Withdrawn");
        (await NoticesAsync(await EmployeeAsync(reserve))).ShouldBe(1);
        (await NoticesAsync(await EmployeeAsync(unasked))).ShouldBe(0);
        (await api.ScalarAsync<string>($"SELECT subject FROM mail_outbox WHERE to_address = {guest}")).ShouldStartWith(
            "Tidak mendapat tempat"
        );
    }

    [Fact]
    public async Task Plan_WaitsForTheHead_ThenForWhoSubmittedItToOpenIt()
    {
        var head = TestUser.With(Permission.TrainingsRead, Permission.TrainingsApprove);
        var training = await api.AddTrainingAsync(state: "Submitted");
        await api.SqlAsync(
            $"UPDATE trainings SET submitted_by = {api.Officer.UserId}, form = 'diklat-teknis', programme_jp = 20, programme_jp_reason = 'Kurikulum' WHERE id = {training}"
        );
        await api.SqlAsync(
            $"INSERT INTO training_transitions (id, training_id, move, from_state, to_state, by_user_id, by_name, at) VALUES ({Guid.CreateVersion7()}, {training}, {"Submit"}, {"Draft"}, {"Submitted"}, {api.Officer.UserId}, {"Petugas"}, {api.Clock.GetUtcNow()})"
        );

        (await LinesOfAsync(head, training)).ShouldBe(["training.waits_for_approval"]);
        (await LinesOfAsync(api.Officer, training)).ShouldBeEmpty();
        await api.PostAsync(head, $"/trainings/{training}/approve", new { });

        (await LinesOfAsync(head, training)).ShouldBeEmpty();
        (await LinesOfAsync(api.Officer, training)).ShouldBe(["training.to_open"]);
    }

    /// <returns>The address of somebody from outside who registered and waits.</returns>
    private async Task<string> GuestAsync(Guid training)
    {
        var email = $"tamu{Guid.NewGuid():N}@luar.example";
        await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/participants/external",
            new { name = "Tamu Luar", email }
        );
        await api.SqlAsync(
            $"UPDATE participants SET state = 'Nominated', source = 'Registered', nominated_by = {Guid.Empty} WHERE external_email = {email}"
        );
        return email;
    }

    private Task<JsonElement> DecideAsync(TestUser user, Guid participantId) =>
        api.PostAsync(
            user,
            "/nominations/decisions",
            new { decisions = new[] { new { participantId, approve = true } } }
        );

    private async Task<JsonElement[]> LinesAsync(TestUser user) =>
        [.. (await api.GetAsync(user, "/waiting-items")).GetProperty("items").EnumerateArray()];

    private async Task<string[]> CodesAsync(TestUser user) => [.. (await LinesAsync(user)).Select(line => line.Code())];

    private async Task<string[]> LinesOfAsync(TestUser user, Guid training) =>
        [
            .. (await LinesAsync(user))
                .Where(line =>
                    line.GetProperty("link").GetString()!.Contains(training.ToString(), StringComparison.Ordinal)
                )
                .Select(line => line.Code()),
        ];

    private Task<Guid> EmployeeAsync(Guid participant) =>
        api.ScalarAsync<Guid>($"SELECT employee_id FROM participants WHERE id = {participant}");

    private Task<long> NoticesAsync(Guid employee) =>
        api.ScalarAsync<long>(
            $"SELECT count(*) FROM notifications WHERE employee_id = {employee} AND code = 'participant.over_without'"
        );
}
