using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Trainings.EventHandlers;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

/// <summary>What happens to a training by the calendar, and what it asks of its officer.</summary>
public sealed class DeadlineTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    /// <summary>Four days before the clock of the test begins.</summary>
    private static readonly DateOnly Day = new(2026, 2, 26);

    [Fact]
    public async Task ResultsAllThere_CompletesByItself_InTheNameOfTheSystem()
    {
        var (training, session, person) = await HeldAsync();
        await api.MarkAsync(training, session, person, "full");

        await RunAsync<CompleteDueTrainings>();

        (await StateAsync(training)).ShouldBe("Completed");
        (await api.StateAsync(person)).ShouldBe("Passed");
        var by = await api.ScalarAsync<string>(
            $"SELECT by_name FROM training_transitions WHERE training_id = {training} AND move = 'Complete'"
        );
        by.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task BeforeTheInstitutionsDays_NothingHappens()
    {
        var (training, session, person) = await HeldAsync(new DateOnly(2026, 2, 28));
        await api.MarkAsync(training, session, person, "full");

        await RunAsync<CompleteDueTrainings>();

        (await StateAsync(training)).ShouldBe("Running");
        var view = await api.GetAsync(api.Officer, $"/trainings/{training}/completion");
        view.GetProperty("completesOn").GetString().ShouldBe("2026-03-03");
    }

    [Fact]
    public async Task MarksMissing_TheOfficerIsToldOnce_AndFindsItAmongWhatWaits()
    {
        var (training, _, _) = await HeldAsync();

        await RunAsync<CompleteDueTrainings>();
        await RunAsync<CompleteDueTrainings>();

        (await StateAsync(training)).ShouldBe("Running");
        (await NotificationsAsync(training, "training.completion_lacks")).ShouldBe(1);
        var waiting = await api.GetAsync(api.Officer, "/waiting-items");
        var line = waiting
            .GetProperty("items")
            .EnumerateArray()
            .Single(item => item.GetProperty("link").GetString()!.Contains(training.ToString()));
        line.GetProperty("code").GetString().ShouldBe("participant.training_marks_missing");
        line.GetProperty("text").GetProperty("en").GetString()!.ShouldEndWith("1 attendance mark is missing");
        var view = await api.GetAsync(api.Officer, $"/trainings/{training}/completion");
        view.GetProperty("gap").GetProperty("marks").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task ScoreMissing_ItWaits_BecauseNobodyMayFailForAnUnwrittenNumber()
    {
        var (training, session, person) = await HeldAsync();
        await api.MarkAsync(training, session, person, "full");
        await api.SqlAsync($"UPDATE trainings SET minimum_post_test_score = 70 WHERE id = {training}");

        await RunAsync<CompleteDueTrainings>();

        (await StateAsync(training)).ShouldBe("Running");
        (await NotificationsAsync(training, "training.completion_lacks")).ShouldBe(1);
    }

    [Fact]
    public async Task SentOutWithoutSessions_WaitsForTheCertificatesOfThoseWhoConfirmed()
    {
        var training = await api.AddTrainingAsync(state: "Running", start: Day, days: 1, scheme: "SentOut");
        var person = await api.AddParticipantAsync(training, "Confirmed");

        await RunAsync<CompleteDueTrainings>();

        (await StateAsync(training)).ShouldBe("Running");
        (await MissingAsync()).ShouldBe(1);
        var hash = new string('a', 64);
        await api.SqlAsync(
            $"INSERT INTO stored_files VALUES ({hash}, {"application/pdf"}, 1, {api.Clock.GetUtcNow()})"
        );
        await api.SqlAsync(
            $"""
            UPDATE participants SET certificate_file_hash = {hash}, certificate_file_name = 'a.pdf',
                certificate_content_type = 'application/pdf' WHERE id = {person}
            """
        );

        (await MissingAsync()).ShouldBe(0);

        async Task<int> MissingAsync()
        {
            var view = await api.GetAsync(api.Officer, $"/trainings/{training}/completion");
            return view.GetProperty("gap").GetProperty("certificates").GetInt32();
        }
    }

    [Fact]
    public async Task OurOwnWithoutSessions_IsLeftToTheOfficer()
    {
        var training = await api.AddTrainingAsync(state: "Running", start: Day, days: 1);
        await api.AddParticipantAsync(training, "Confirmed");

        await RunAsync<CompleteDueTrainings>();

        (await StateAsync(training)).ShouldBe("Running");
    }

    [Fact]
    public async Task OpenedAgain_IsLeftToTheOfficer()
    {
        var (training, session, person) = await HeldAsync();
        await api.MarkAsync(training, session, person, "full");
        await api.PostAsync(api.Officer, $"/trainings/{training}/complete", new { });
        await api.PostAsync(api.Officer, $"/trainings/{training}/reopen", new { reason = "Nilai akan dikoreksi" });

        await RunAsync<CompleteDueTrainings>();

        (await StateAsync(training)).ShouldBe("Running");
    }

    [Fact]
    public async Task Spending_NeverHoldsUpResults_AndIsReportedAfterwards()
    {
        var (training, session, person) = await HeldAsync();
        await api.SqlAsync($"UPDATE trainings SET budget_ceiling = 1000000 WHERE id = {training}");
        await api.MarkAsync(training, session, person, "full");
        var done = await api.PostAsync(api.Officer, $"/trainings/{training}/complete", new { });
        done.GetProperty("passed").GetInt32().ShouldBe(1);

        var refused = await ReportAsync(training, 1_200_000, null, 400);
        refused.Code().ShouldBe("training.realisation_over_ceiling");
        refused.GetProperty("detail").GetString().ShouldStartWith("Realisasi melebihi pagu 1.000.000.");
        await ReportAsync(training, 1_200_000, "Sewa ruang naik");

        (await api.ScalarAsync<decimal>($"SELECT budget_realisation FROM trainings WHERE id = {training}")).ShouldBe(
            1_200_000
        );
    }

    [Fact]
    public async Task Spending_IsReportedByThoseWhoRunTheTraining_Only()
    {
        var training = await api.AddTrainingAsync(state: "Running", start: Day);
        await api.SqlAsync($"UPDATE trainings SET budget_ceiling = 1000000 WHERE id = {training}");

        await ReportAsync(training, 1, null, 403, TrainingFixture.Coordinator(api.UnitA));
        (await ReportAsync(training, 1, null, 404, api.Officer.Of(api.UnitB))).Code().ShouldBe("training.not_found");
        var open = await api.AddTrainingAsync();
        (await ReportAsync(open, 1, null, 422)).Code().ShouldBe("training.budget_not_reportable");
    }

    [Fact]
    public async Task SpendingOverdue_RemindsOnceAWeek_AndWaitsOnTheHomePage()
    {
        var training = await api.AddTrainingAsync(state: "Closed", start: new DateOnly(2026, 1, 5));
        await api.SqlAsync($"UPDATE trainings SET budget_ceiling = 1000000 WHERE id = {training}");

        await RunAsync<RemindOfBudgets>();
        await RunAsync<RemindOfBudgets>();

        (await NotificationsAsync(training, "training.budget_overdue")).ShouldBe(1);
        var waiting = await api.GetAsync(api.Officer, "/waiting-items");
        waiting
            .GetProperty("items")
            .EnumerateArray()
            .ShouldContain(item =>
                item.GetProperty("code").GetString() == "training.budget_waits"
                && item.GetProperty("link").GetString()!.Contains(training.ToString())
                // The day after the last one begins at midnight in Jakarta.
                && item.GetProperty("since").GetDateTimeOffset().UtcDateTime.Hour == 17
                && item.GetProperty("dueAt").GetDateTimeOffset().UtcDateTime.Hour == 17
            );
    }

    private async Task<(Guid Training, Guid Session, Guid Person)> HeldAsync(DateOnly? day = null)
    {
        var training = await api.AddTrainingAsync(state: "Running", start: day ?? Day, days: 1);
        var session = await api.AddSessionAsync(training, day ?? Day);
        return (training, session, await api.AddParticipantAsync(training, "Confirmed"));
    }

    private Task<JsonElement> ReportAsync(
        Guid training,
        decimal realisation,
        string? note,
        int status = 200,
        TestUser? by = null
    ) => api.PostAsync(by ?? api.Officer, $"/trainings/{training}/budget", new { realisation, note }, status);

    private Task<bool> RunAsync<TTask>()
        where TTask : IRecurringTask =>
        api.ScopeAsync(async services =>
        {
            await services.GetRequiredService<TTask>().RunAsync(CancellationToken.None);
            return true;
        });

    private Task<string> StateAsync(Guid training) =>
        api.ScalarAsync<string>($"SELECT state FROM trainings WHERE id = {training}");

    private Task<long> NotificationsAsync(Guid training, string code)
    {
        var link = $"/trainings/{training}%";
        return api.ScalarAsync<long>($"SELECT count(*) FROM notifications WHERE code = {code} AND link LIKE {link}");
    }
}
