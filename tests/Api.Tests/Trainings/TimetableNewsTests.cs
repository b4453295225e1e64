using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Trainings.EventHandlers;

namespace Pionir.Api.Tests.Trainings;

/// <summary>Sessions move within the days of a training: whoever is to come hears it, once for all changes.</summary>
public sealed class TimetableNewsTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    [Fact]
    public async Task Invitation_NamesDayHourAndPlaceOfTheFirstSession_AndCarriesTheCalendar()
    {
        var training = await api.AddTrainingAsync();
        await AddAsync(training, Session("2026-03-10", "13:00", "15:00", "Diskusi", "Ruang 2"));
        await AddAsync(training, Session("2026-03-09", "08:30", "12:00", "Etika publik", "Aula Barat"));
        var participant = await api.AddParticipantAsync(training, "Approved");

        await api.PostAsync(api.Officer, $"/trainings/{training}/participants/invite", new { });

        var email = await EmailAsync(participant);
        (await MailAsync(email)).ShouldContain("Sesi pertama: Senin, 9 Maret 2026, 08.30–12.00 WIB, Aula Barat");
        var calendar = await CalendarAsync(email);
        calendar.ShouldContain("DTSTART:20260309T013000Z");
        calendar.ShouldContain("SUMMARY:Diskusi");
        var token = (await MailAsync(email))
            .Split('\n')
            .Select(line => line.Trim())
            .Single(line => line.Contains("/participation/"));
        var asked = await api.Client().GetFromJsonAsync<JsonElement>("/api/v1/invitations/" + token.Split('/')[^1]);
        asked.GetProperty("firstSession").GetProperty("room").GetString().ShouldBe("Aula Barat");
    }

    [Fact]
    public async Task SeveralChanges_AreToldOnce_WithOldAndNew_ToWhoeverIsToCome()
    {
        var training = await api.AddTrainingAsync();
        var (first, version) = await AddAsync(training, Session("2026-03-09", "08:00", "12:00", "Etika", "Aula"));
        var (gone, _) = await AddAsync(training, Session("2026-03-10", "08:00", "09:00", "Senam", "Aula"));
        await TellAsync();
        var confirmed = await api.AddParticipantAsync(training, "Confirmed");
        var reserve = await api.AddParticipantAsync(training, "Reserve", rank: 1);
        var external = await ExternalAsync(training);

        await MoveAsync(training, first, Session("2026-03-09", "13:00", "16:00", "Etika", "Aula"));
        await MoveAsync(training, first, Session("2026-03-11", "13:00", "16:00", "Etika publik", "Ruang 2"));
        await AddAsync(training, Session("2026-03-09", "08:00", "10:00", "Pembukaan", "Aula"));
        await RemoveAsync(training, gone);
        await RunTaskAsync();
        (await MailsAsync(await EmailAsync(confirmed))).ShouldBe(0);
        api.Clock.Advance(TimeSpan.FromMinutes(11));
        await RunTaskAsync();
        await RunTaskAsync();

        foreach (var address in new[] { await EmailAsync(confirmed), external })
        {
            (await MailsAsync(address)).ShouldBe(1);
            var mail = await MailAsync(address);
            mail.ShouldContain(
                "Etika publik\nSemula: Senin, 9 Maret 2026, 08.00–12.00 WIB, Aula\nSekarang: Rabu, 11 Maret 2026, 13.00–16.00 WIB, Ruang 2"
            );
            mail.ShouldContain("Sesi baru: Pembukaan\nSenin, 9 Maret 2026, 08.00–10.00 WIB, Aula");
            mail.ShouldContain("Sesi ditiadakan: Senam");
        }
        (await CalendarAsync(external)).ShouldContain("STATUS:CANCELLED");
        (await MailsAsync(await EmailAsync(reserve))).ShouldBe(0);
        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM notifications WHERE employee_id = {await EmployeeAsync(confirmed)} AND code = 'training.timetable_changed'"
            )
        ).ShouldBe(1);
        version.ShouldBeGreaterThan(0u);
    }

    [Fact]
    public async Task WhatWasUndone_OtherWords_AndTrainingsNotYetOpen_AreNoNews()
    {
        var draft = await api.AddTrainingAsync(state: "Draft");
        await AddAsync(draft, Session("2026-03-09", "08:00", "12:00", "Etika", "Aula"));
        (await NoticesAsync(draft)).ShouldBe(0);

        var training = await api.AddTrainingAsync();
        var (session, _) = await AddAsync(training, Session("2026-03-09", "08:00", "12:00", "Etika", "Aula"));
        await TellAsync();
        var confirmed = await api.AddParticipantAsync(training, "Confirmed");
        await MoveAsync(training, session, Session("2026-03-10", "08:00", "12:00", "Etika", "Aula"));
        await MoveAsync(training, session, Session("2026-03-09", "08:00", "12:00", "Etika dasar", "Aula"));
        (await NewsAsync(training)).ValueKind.ShouldBe(JsonValueKind.Null);
        await TellAsync();

        (await MailsAsync(await EmailAsync(confirmed))).ShouldBe(0);
        (await NoticesAsync(training)).ShouldBe(0);
    }

    [Fact]
    public async Task PlannerWhoIsThrough_TellsPeopleAtOnce_AndSeesBeforeWhatWillBeTold()
    {
        var training = await api.AddTrainingAsync();
        var confirmed = await api.AddParticipantAsync(training, "Confirmed");
        await AddAsync(training, Session("2026-03-09", "08:00", "12:00", "Etika", "Aula"));
        (await NewsAsync(training)).GetProperty("changes").GetInt32().ShouldBe(1);

        var told = await api.PostAsync(api.Officer, $"/trainings/{training}/sessions/news", new { });

        told.GetProperty("people").GetInt32().ShouldBe(1);
        (await MailsAsync(await EmailAsync(confirmed))).ShouldBe(1);
        (await NewsAsync(training)).ValueKind.ShouldBe(JsonValueKind.Null);
        var again = await api.PostAsync(api.Officer, $"/trainings/{training}/sessions/news", new { });
        again.GetProperty("people").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task WhoIsPutOnASession_OrTakenOffIt_HearsIt_AndNobodyElse()
    {
        var training = await api.AddTrainingAsync();
        var (coming, leaving) = (await api.AddEmployeeAsync(), await api.AddEmployeeAsync());
        var (etika, _) = await AddAsync(training, Session("2026-03-09", "08:00", "12:00", "Etika", "Aula", leaving));
        var (senam, _) = await AddAsync(training, Session("2026-03-10", "08:00", "09:00", "Senam", "Aula", leaving));
        await TellAsync();
        var confirmed = await api.AddParticipantAsync(training, "Confirmed");
        var before = await MailsAsync(await api.EmailOfAsync(leaving));

        await MoveAsync(training, etika, Session("2026-03-09", "08:00", "12:00", "Etika", "Aula", coming));
        await RemoveAsync(training, senam);
        (await NewsAsync(training)).GetProperty("changes").GetInt32().ShouldBe(2);
        await TellAsync();

        var put = await MailAsync(await api.EmailOfAsync(coming));
        put.ShouldContain("Sesi baru untuk Anda: Etika\nSenin, 9 Maret 2026, 08.00–12.00 WIB, Aula");
        put.ShouldContain("Sesi ditiadakan: Senam");
        (await MailsAsync(await api.EmailOfAsync(leaving))).ShouldBe(before + 1);
        var off = await MailAsync(await api.EmailOfAsync(leaving));
        off.ShouldContain("Tidak lagi Anda ajar: Etika\nSenin, 9 Maret 2026, 08.00–12.00 WIB, Aula");
        off.ShouldContain("Tidak lagi Anda ajar: Senam");
        off.ShouldContain("Anda tidak lagi tercatat sebagai pengajar");
        (await CalendarAsync(await api.EmailOfAsync(leaving))).ShouldContain("STATUS:CANCELLED");
        (await MailAsync(await EmailAsync(confirmed))).ShouldNotContain("ajar:");
        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM notifications WHERE employee_id = {leaving} AND code = 'training.teaching_changed'"
            )
        ).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task AnotherInstructorAlone_IsNoNewsForParticipants()
    {
        var training = await api.AddTrainingAsync();
        var (coming, leaving) = (await api.AddEmployeeAsync(), await api.AddEmployeeAsync());
        var (etika, _) = await AddAsync(training, Session("2026-03-09", "08:00", "12:00", "Etika", "Aula", leaving));
        await TellAsync();
        var confirmed = await api.AddParticipantAsync(training, "Confirmed");

        await MoveAsync(training, etika, Session("2026-03-09", "08:00", "12:00", "Etika", "Aula", coming));
        await TellAsync();

        (await MailsAsync(await EmailAsync(confirmed))).ShouldBe(0);
        (await MailsAsync(await api.EmailOfAsync(coming))).ShouldBe(1);
    }

    private static object Session(
        string date,
        string start,
        string end,
        string subject,
        string room,
        Guid? teacher = null
    ) =>
        new
        {
            date,
            start = start + ":00",
            end = end + ":00",
            mode = "klasikal",
            subject,
            room,
            instructors = teacher is null ? [] : new object[] { new { employeeId = teacher, name = "Pengajar" } },
        };

    private async Task<(Guid Id, uint Version)> AddAsync(Guid training, object session)
    {
        var added = await api.PostAsync(api.Officer, $"/trainings/{training}/sessions", session, 201);
        return (added.GetProperty("id").GetGuid(), added.GetProperty("version").GetUInt32());
    }

    private async Task MoveAsync(Guid training, Guid session, object to)
    {
        var version = (await api.GetAsync(api.Officer, $"/trainings/{training}/sessions")).GetProperty("version");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/trainings/{training}/sessions/{session}")
        {
            Content = JsonContent.Create(to),
        };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        var response = await api.Client(api.Officer).SendAsync(request);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    private async Task RemoveAsync(Guid training, Guid session) =>
        (
            await api.Client(api.Officer).DeleteAsync($"/api/v1/trainings/{training}/sessions/{session}")
        ).IsSuccessStatusCode.ShouldBeTrue();

    private async Task<JsonElement> NewsAsync(Guid training) =>
        (await api.GetAsync(api.Officer, $"/trainings/{training}/sessions")).GetProperty("news");

    private async Task TellAsync()
    {
        api.Clock.Advance(TimeSpan.FromMinutes(11));
        await RunTaskAsync();
    }

    private Task<bool> RunTaskAsync() =>
        api.ScopeAsync(async services =>
        {
            await services.GetRequiredService<TellOfTimetables>().RunAsync(CancellationToken.None);
            return true;
        });

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

    private Task<Guid> EmployeeAsync(Guid participant) =>
        api.ScalarAsync<Guid>($"SELECT employee_id FROM participants WHERE id = {participant}");

    private async Task<string> EmailAsync(Guid participant) => await api.EmailOfAsync(await EmployeeAsync(participant));

    private Task<long> NoticesAsync(Guid training) =>
        api.ScalarAsync<long>($"SELECT count(*) FROM timetable_notices WHERE training_id = {training}");

    private Task<long> MailsAsync(string address) =>
        api.ScalarAsync<long>($"SELECT count(*) FROM mail_outbox WHERE to_address = {address}");

    private Task<string> MailAsync(string address) =>
        api.ScalarAsync<string>(
            $"SELECT text FROM mail_outbox WHERE to_address = {address} ORDER BY created_at DESC, id DESC LIMIT 1"
        );

    private Task<string> CalendarAsync(string address) =>
        api.ScalarAsync<string>(
            $"SELECT calendar FROM mail_outbox WHERE to_address = {address} ORDER BY created_at DESC, id DESC LIMIT 1"
        );
}
