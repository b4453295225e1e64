using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Pionir.Api.Tests.Trainings;

/// <summary>A training changes, and whoever reckons with it hears it: employees behind the bell and by mail, others by mail.</summary>
public sealed class NewsTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    private const string Reason = "Anggaran dialihkan untuk penanganan bencana";

    [Fact]
    public async Task CancelledTraining_TellsEverybodyWhoReckonsWithIt_WithTheReason()
    {
        var training = await api.AddTrainingAsync();
        var confirmed = await api.AddParticipantAsync(training, "Confirmed");
        var invited = await api.AddParticipantAsync(training, "Invited");
        var reserve = await api.AddParticipantAsync(training, "Reserve", rank: 1);
        var unasked = await api.AddParticipantAsync(training, "Nominated");
        var external = await ExternalAsync(training);
        var teacher = await TeacherAsync(training);

        await api.PostAsync(api.Officer, $"/trainings/{training}/cancel", new { reason = Reason });

        foreach (var told in new[] { confirmed, invited, reserve })
        {
            (await MailAsync(await EmailAsync(told))).ShouldContain($"Alasan: {Reason}");
            (await NoticesAsync(await EmployeeAsync(told), "training.cancelled")).ShouldBe(1);
        }
        (await MailAsync(external)).ShouldContain(Reason);
        (await MailAsync(await api.EmailOfAsync(teacher))).ShouldContain("mengajar");
        (await MailsAsync(await EmailAsync(unasked))).ShouldBe(0);
        (await api.ScalarAsync<string>($"SELECT reason FROM participants WHERE id = {confirmed}")).ShouldBe(Reason);
    }

    [Fact]
    public async Task LongReason_IsWholeInTheMail_AndShortenedInTheList()
    {
        var training = await api.AddTrainingAsync();
        var confirmed = await api.AddParticipantAsync(training, "Confirmed");
        var reason = new string('a', 1500);

        await api.PostAsync(api.Officer, $"/trainings/{training}/cancel", new { reason });

        (await MailAsync(await EmailAsync(confirmed))).ShouldContain(reason);
        (await api.ScalarAsync<string>($"SELECT reason FROM participants WHERE id = {confirmed}")).Length.ShouldBe(500);
    }

    [Fact]
    public async Task OtherDays_AreTold_WithWhatWasBefore_AndOtherWordsChangeNothing()
    {
        var training = await api.AddTrainingAsync(quota: 1);
        var confirmed = await api.AddParticipantAsync(training, "Confirmed");
        var reserve = await api.AddParticipantAsync(training, "Reserve", rank: 1);
        var unasked = await api.AddParticipantAsync(training, "Approved");

        await EditAsync(training, plan => plan["notes"] = "Catatan");
        (await MailsAsync(await EmailAsync(confirmed))).ShouldBe(0);
        await EditAsync(training, plan => (plan["start"], plan["end"]) = ("2026-04-30", "2026-05-02"));

        var mail = await MailAsync(await EmailAsync(confirmed));
        mail.ShouldContain("Tanggal: 30 April – 2 Mei 2026");
        mail.ShouldContain("Semula: 9–11 Maret 2026");
        mail.ShouldContain("/catalogue/mine");
        (await MailAsync(await EmailAsync(reserve))).ShouldContain("daftar cadangan");
        (await MailsAsync(await EmailAsync(unasked))).ShouldBe(0);
        (await NoticesAsync(await EmployeeAsync(confirmed), "training.rescheduled")).ShouldBe(1);
    }

    [Fact]
    public async Task AnotherPlace_IsTold()
    {
        var training = await api.AddTrainingAsync();
        var external = await ExternalAsync(training);

        await EditAsync(training, plan => (plan["venue"], plan["city"]) = ("Aula Timur", "Bogor"));

        var mail = await MailAsync(external);
        mail.ShouldContain("Tempat: Aula Timur, Bogor");
        mail.ShouldContain("tautan pribadi Anda tetap berlaku");
    }

    [Fact]
    public async Task DaysThatAreOver_AndTrainingsNotYetOpen_AreCorrectedInSilence()
    {
        var over = await api.AddTrainingAsync(state: "Running", start: new DateOnly(2026, 2, 9));
        var confirmed = await api.AddParticipantAsync(over, "Confirmed");

        await EditAsync(over, plan => (plan["start"], plan["end"]) = ("2026-02-10", "2026-02-12"));

        (await MailsAsync(await EmailAsync(confirmed))).ShouldBe(0);
    }

    [Fact]
    public async Task WhoIsTakenOffTheList_HearsIt_WhoLeavesByThemselvesKnows()
    {
        var training = await api.AddTrainingAsync();
        var confirmed = await api.AddParticipantAsync(training, "Confirmed");
        var unasked = await api.AddParticipantAsync(training, "Approved");
        var leaving = await api.AddParticipantAsync(training, "Confirmed");

        await WithdrawAsync(api.Officer, confirmed, unasked);
        await WithdrawAsync(TrainingFixture.Employee(await EmployeeAsync(leaving)), leaving);

        (await MailAsync(await EmailAsync(confirmed))).ShouldContain("Alasan: Berhalangan");
        (await NoticesAsync(await EmployeeAsync(confirmed), "participant.withdrawn")).ShouldBe(1);
        (await MailsAsync(await EmailAsync(unasked))).ShouldBe(0);
        (await MailsAsync(await EmailAsync(leaving))).ShouldBe(0);

        Task WithdrawAsync(Pionir.Tests.Common.TestUser user, params Guid[] participantIds) =>
            api.PostAsync(
                user,
                $"/trainings/{training}/participants/withdraw",
                new { participantIds, reason = "Berhalangan" }
            );
    }

    [Fact]
    public async Task Swap_TellsBoth_EndsTheOwnInvitation_AndOffersThePlaceThatWasHeld()
    {
        var training = await api.AddTrainingAsync(quota: 2);
        var leaving = await api.AddParticipantAsync(training, "Confirmed");
        var coming = await api.AddParticipantAsync(training, "Approved");
        await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/participants/invite",
            new { participantIds = new[] { coming } }
        );
        var waiting = await api.AddParticipantAsync(training, "Reserve", rank: 1);

        await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/participants/{leaving}/replace",
            new { replacementId = coming, reason = "Tugas mendadak" }
        );

        (await api.StateAsync(coming)).ShouldBe("Confirmed");
        (await api.StateAsync(waiting)).ShouldBe("Invited");
        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM invitations WHERE participant_id = {coming} AND answer IS NULL"
            )
        ).ShouldBe(0);
        (await MailAsync(await EmailAsync(leaving))).ShouldContain("diberikan kepada orang lain");
        (await NoticesAsync(await EmployeeAsync(coming), "participant.placed")).ShouldBe(1);
    }

    [Fact]
    public async Task InvitedWithoutAnAddress_IsNamedToTheOfficer()
    {
        var training = await api.AddTrainingAsync();
        var reached = await api.AddParticipantAsync(training, "Approved");
        var unreached = await api.AddParticipantAsync(training, "Approved");
        await api.SqlAsync($"UPDATE employees SET email = NULL WHERE id = {await EmployeeAsync(unreached)}");

        var outcome = await api.PostAsync(api.Officer, $"/trainings/{training}/participants/invite", new { });

        var done = outcome.GetProperty("done").EnumerateArray().ToDictionary(one => one.Id("participantId"));
        done[reached].GetProperty("notice").ValueKind.ShouldBe(JsonValueKind.Null);
        done[unreached].GetProperty("notice").Code().ShouldBe("participant.no_address");
        (
            await api.ScalarAsync<string>(
                $"SELECT arguments->>'names' FROM notifications WHERE user_id = {api.Officer.UserId} AND code = 'participant.without_address'"
            )
        ).ShouldStartWith("Pegawai");
    }

    [Fact]
    public async Task RejectedApplication_IsToldToTheApplicant()
    {
        var training = await api.AddTrainingAsync();
        var employee = await api.AddEmployeeAsync(api.UnitA);
        await api.PostAsync(
            TrainingFixture.Employee(employee),
            $"/catalogue/{training}/applications",
            new { note = "Perlu" }
        );
        var participant = await api.ScalarAsync<Guid>(
            $"SELECT id FROM participants WHERE training_id = {training} AND employee_id = {employee}"
        );

        await api.PostAsync(
            TrainingFixture.Coordinator(api.UnitA),
            "/nominations/decisions",
            new
            {
                decisions = new[]
                {
                    new
                    {
                        participantId = participant,
                        approve = false,
                        reason = "Giliran tahun depan",
                    },
                },
            }
        );

        (await NoticesAsync(employee, "participant.rejected")).ShouldBe(1);
    }

    private async Task EditAsync(Guid training, Action<Dictionary<string, object?>> change)
    {
        await api.SqlAsync($"UPDATE trainings SET form = 'diklat-teknis' WHERE id = {training}");
        var seen = await api.GetAsync(api.Officer, $"/trainings/{training}");
        var plan = new Dictionary<string, object?>
        {
            ["title"] = seen.GetProperty("title").GetString(),
            ["year"] = 2026,
            ["form"] = "diklat-teknis",
            ["cluster"] = "klasikal",
            ["scheme"] = "selfManaged",
            ["start"] = seen.GetProperty("plan").GetProperty("start").GetString(),
            ["end"] = seen.GetProperty("plan").GetProperty("end").GetString(),
            ["quota"] = seen.GetProperty("plan").GetProperty("quota").GetInt32(),
            ["reservePlaces"] = 5,
        };
        change(plan);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/trainings/{training}")
        {
            Content = JsonContent.Create(plan),
        };
        var version = seen.GetProperty("version").GetUInt32().ToString(CultureInfo.InvariantCulture);
        request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        var response = await api.Client(api.Officer).SendAsync(request);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Somebody from outside with a place, and the address that hears of it.</summary>
    private async Task<string> ExternalAsync(Guid training)
    {
        var email = $"tamu{Guid.NewGuid():N}@luar.example";
        await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/participants/external",
            new { name = "Tamu Luar", email }
        );
        await api.SqlAsync($"UPDATE participants SET state = 'Confirmed' WHERE external_email = {email}");
        return email;
    }

    private async Task<Guid> TeacherAsync(Guid training)
    {
        var teacher = await api.AddEmployeeAsync();
        var session = await api.AddSessionAsync(training, TrainingFixture.Start);
        await api.SqlAsync(
            $"INSERT INTO session_instructors (id, session_id, employee_id, name) VALUES ({Guid.CreateVersion7()}, {session}, {teacher}, {"Pengajar"})"
        );
        return teacher;
    }

    private Task<Guid> EmployeeAsync(Guid participant) =>
        api.ScalarAsync<Guid>($"SELECT employee_id FROM participants WHERE id = {participant}");

    private async Task<string> EmailAsync(Guid participant) => await api.EmailOfAsync(await EmployeeAsync(participant));

    private Task<long> MailsAsync(string address) =>
        api.ScalarAsync<long>($"SELECT count(*) FROM mail_outbox WHERE to_address = {address}");

    private Task<string> MailAsync(string address) =>
        api.ScalarAsync<string>(
            $"SELECT text FROM mail_outbox WHERE to_address = {address} ORDER BY created_at DESC, id DESC LIMIT 1"
        );

    private Task<long> NoticesAsync(Guid employee, string code) =>
        api.ScalarAsync<long>($"SELECT count(*) FROM notifications WHERE employee_id = {employee} AND code = {code}");
}
