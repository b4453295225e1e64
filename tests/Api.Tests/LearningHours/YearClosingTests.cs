using Npgsql;
using Pionir.Api.Tests.Trainings;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.LearningHours;

/// <summary>Each test has a year of its own, all of them over on the test's day in 2026.</summary>
public sealed class YearClosingTests(TrainingFixture api) : YearClosingBed(api), IClassFixture<TrainingFixture>
{
    private readonly TrainingFixture api = api;

    [Fact]
    public async Task Closing_FreezesEverybodysResult_AndTheStatementSaysSo()
    {
        var (met, short_, absent) = (await PersonAsync(), await PersonAsync(), await PersonAsync());
        await PostAsync(met, 2025, 24);
        await PostAsync(short_, 2025, 8);
        await api.SqlAsync($"UPDATE employees SET active_from = '2026-01-05' WHERE id = {absent}");
        var before = await api.GetAsync(Head, "/jp/years/2025/preview");

        await CloseAsync(2025);

        var year = await YearAsync(2025);
        var closed = year.GetProperty("closed");
        foreach (var figure in new[] { "people", "owing", "met", "jp" })
            closed.GetProperty(figure).GetInt64().ShouldBe(before.GetProperty(figure).GetInt64());
        year.GetProperty("canClose").GetBoolean().ShouldBeFalse();
        year.GetProperty("canReopen").GetBoolean().ShouldBeTrue();
        (await ResultAsync(met, 2025)).ShouldBe((24, 20, true));
        (await ResultAsync(short_, 2025)).ShouldBe((8, 20, false));
        var statement = await api.GetAsync(TestUser.With().As(met), "/jp/statement?year=2025");
        statement.GetProperty("closed").GetProperty("on").GetString().ShouldBe("2026-03-02");
        statement.GetProperty("closed").GetProperty("result").GetProperty("jp").GetInt32().ShouldBe(24);
        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM year_results WHERE employee_id = {absent} AND year = 2025"
            )
        ).ShouldBe(0);
    }

    [Fact]
    public async Task ClosedYear_TakesNothingIn_AndNothingBack_ByTheApplicationOrBySql()
    {
        var person = await PersonAsync();
        await PostAsync(person, 2024, 8);
        await CloseAsync(2024);
        var entry = await api.ScalarAsync<Guid>($"SELECT id FROM ledger_entries WHERE employee_id = {person}");
        var officer = TestUser.With(Permission.JpReverse, Permission.JpRead);

        var refused = await api.PostAsync(officer, $"/jp/entries/{entry}/reversal", new { reason = Why }, 422);
        var sql = await Should.ThrowAsync<PostgresException>(() => InsertAsync(person, 2024));

        refused.Code().ShouldBe("ledger.year_closed");
        refused.GetProperty("detail").GetString()!.ShouldContain("2024");
        sql.ConstraintName.ShouldBe("ledger_entries_open_year");
        var statement = await api.GetAsync(officer, $"/jp/statement?year=2024&employeeId={person}");
        statement.GetProperty("entries")[0].GetProperty("canReverse").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task TrainingOfAClosedYear_IsCompleted_AfterTheYearIsOpenedAgain()
    {
        var training = await api.AddTrainingAsync(state: "Running", start: new DateOnly(2023, 12, 18), days: 1);
        await api.SqlAsync($"UPDATE trainings SET programme_jp = 9 WHERE id = {training}");
        var session = await api.AddSessionAsync(training, new DateOnly(2023, 12, 18));
        var person = await PersonAsync();
        var participant = await api.AddParticipantAsync(training, "Confirmed", person);
        await api.SqlAsync(
            $"""
            INSERT INTO attendance_marks (id, session_id, participant_id, training_id, status, source, taken_at,
                recorded_at, recorded_by)
            VALUES ({Guid.CreateVersion7()}, {session}, {participant}, {training}, 'Full', 'Officer', now(), now(),
                {Guid.NewGuid()})
            """
        );
        var open = await api.GetAsync(Head, "/jp/years/2023/preview");
        await CloseAsync(2023);

        var refused = await api.PostAsync(api.Officer, $"/trainings/{training}/complete", new { }, 422);
        await api.PostAsync(Head, "/jp/years/2023/reopening", new { reason = Why }, 204);
        var done = await api.PostAsync(api.Officer, $"/trainings/{training}/complete", new { });
        await CloseAsync(2023);

        open.GetProperty("openTrainings").GetInt32().ShouldBe(1);
        open.GetProperty("trainings")[0].Id("trainingId").ShouldBe(training);
        refused.Code().ShouldBe("ledger.year_closed");
        done.GetProperty("posted").GetInt32().ShouldBe(1);
        (await ResultAsync(person, 2023)).ShouldBe((9, 20, false));
        var year = await YearAsync(2023);
        year.GetProperty("earlier").GetArrayLength().ShouldBe(1);
        year.GetProperty("earlier")[0].GetProperty("reopenReason").GetString().ShouldBe(Why);
        (await api.PostAsync(api.Officer, $"/trainings/{training}/reopen", new { reason = Why }, 422))
            .Code()
            .ShouldBe("ledger.year_closed");
    }

    [Fact]
    public async Task PastStateOfAClosedYear_StaysWhatItWas_AfterItIsOpenedAndClosedAnew()
    {
        var person = await PersonAsync();
        await PostAsync(person, 2022, 8);
        await CloseAsync(2022);
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        var then = Uri.EscapeDataString(api.Clock.GetUtcNow().ToString("O"));
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        var address = $"/jp/statement?year=2022&asOf={then}";
        var shown = (await api.GetAsync(TestUser.With().As(person), address)).GetRawText();

        await api.PostAsync(Head, "/jp/years/2022/reopening", new { reason = Why }, 204);
        await PostAsync(person, 2022, 30);
        await CloseAsync(2022);

        (await api.GetAsync(TestUser.With().As(person), address)).GetRawText().ShouldBe(shown);
        shown.ShouldContain("\"closed\":{\"on\":");
        (await ResultAsync(person, 2022)).ShouldBe((38, 20, true));
    }

    [Fact]
    public async Task PostingsAndAClosing_AtOnce_AreEitherCountedOrRefused()
    {
        var people = new List<Guid>();
        for (var at = 0; at < 12; at++)
            people.Add(await PersonAsync());

        var posting = people.Select(person => Task.Run(() => TryPostAsync(person, 2021))).ToList();
        var closing = CloseAsync(2021);
        var posted = (await Task.WhenAll(posting)).Count(done => done);
        await closing;

        var closed = (await YearAsync(2021)).GetProperty("closed");
        closed.GetProperty("jp").GetInt64().ShouldBe(4 * posted);
        (await api.ScalarAsync<long>($"SELECT coalesce(sum(jp), 0) FROM ledger_entries WHERE year = 2021")).ShouldBe(
            4 * posted
        );
    }

    [Fact]
    public async Task TwoHeads_AtOnce_CloseItOnce()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => api.Client(Head).PostAsync("/api/v1/jp/years/2020/closing", JsonBody()))
        );

        answers.Count(answer => (int)answer.StatusCode == 202).ShouldBe(1);
        answers.Count(answer => (int)answer.StatusCode == 409).ShouldBe(3);
    }

    [Fact]
    public async Task MergedRecords_AreOneResult_ThatTheCheckUnderstands_AndTamperingIsFound()
    {
        var (kept, old) = (await PersonAsync(), await PersonAsync());
        await PostAsync(kept, 2019, 6);
        await PostAsync(old, 2019, 15);
        await api.SqlAsync($"UPDATE employees SET merged_into_id = {kept} WHERE id = {old}");
        await api.SqlAsync($"UPDATE employees SET active_from = '2018-01-01' WHERE id = {kept}");
        await CloseAsync(2019);
        (await ResultAsync(kept, 2019)).ShouldBe((21, 20, true));
        (await FaultsAsync(kept)).ShouldBeEmpty();

        api.Clock.Advance(TimeSpan.FromMinutes(1));
        await api.SqlAsync($"ALTER TABLE year_results DISABLE TRIGGER USER");
        await api.SqlAsync($"UPDATE year_results SET jp = 40 WHERE employee_id = {kept} AND year = 2019");
        await api.SqlAsync($"ALTER TABLE year_results ENABLE TRIGGER USER");

        (await FaultsAsync(kept)).ShouldBe([("yearDiffers", 2019)]);
    }

    [Fact]
    public async Task RunningYear_ShortReasons_AndOpenYears_AreRefused()
    {
        (await api.PostAsync(Head, "/jp/years/2026/closing", new { reason = Why }, 422))
            .Code()
            .ShouldBe("jp_year.not_over");
        await api.PostAsync(Head, "/jp/years/2018/closing", new { reason = "ya" }, 400);
        (await api.PostAsync(Head, "/jp/years/2018/reopening", new { reason = Why }, 409))
            .Code()
            .ShouldBe("jp_year.not_closed");
    }

    [Fact]
    public async Task YearThatIsClosed_IsNotClosedAgain()
    {
        await CloseAsync(2016);

        (await api.PostAsync(Head, "/jp/years/2016/closing", new { reason = Why }, 409))
            .Code()
            .ShouldBe("jp_year.already_closed");
    }

    [Theory]
    [InlineData(Permission.AuditRead, 200)]
    [InlineData(Permission.JpImport, 200)]
    [InlineData(Permission.JpRead, 403)]
    public async Task OnlyTheHead_Closes(Permission permission, int sees)
    {
        var other = TestUser.With(permission);

        var years = await api.GetAsync(other, "/jp/years", sees);
        await api.PostAsync(other, "/jp/years/2018/closing", new { reason = Why }, 403);
        await api.PostAsync(other, "/jp/years/2018/reopening", new { reason = Why }, 403);
        await api.GetAsync(other, "/jp/years/2018/preview", 403);

        if (sees == 200)
            years.EnumerateArray().ShouldAllBe(year => !year.GetProperty("canClose").GetBoolean());
    }

    [Theory]
    [InlineData("UPDATE year_results SET jp = 0")]
    [InlineData("DELETE FROM year_results")]
    [InlineData("DELETE FROM year_closings")]
    [InlineData("TRUNCATE year_closings CASCADE")]
    [InlineData("UPDATE year_closings SET closed_at = now()")]
    public async Task WhatWasFrozen_CannotBeChanged_BySqlOfTheApplication(string sql)
    {
        await CloseOnceAsync(2017);
        await using var connection = new NpgsqlConnection(api.Database.AppConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);

        var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }
}
