using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Mail;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Identity;
using Pionir.Infrastructure.Mail;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

/// <summary>Units, employees and trainings by SQL, so that a test about participants is about nothing else.</summary>
public class TrainingFixture : ApiFixture
{
    private int count;

    public static readonly DateOnly Start = new(2026, 3, 9);

    public Guid Centre { get; private set; }
    public Guid UnitA { get; private set; }
    public Guid UnitB { get; private set; }

    public TestUser Officer { get; } =
        TestUser.With(
            Permission.TrainingsRead,
            Permission.TrainingsRun,
            Permission.TrainingsPlan,
            Permission.ParticipantsNominate,
            Permission.ParticipantsManage,
            Permission.ParticipantsRead,
            Permission.AttendanceRecord
        );

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Centre = await AddUnitAsync();
        UnitA = await AddUnitAsync();
        UnitB = await AddUnitAsync();
    }

    public static TestUser Coordinator(Guid unit) =>
        TestUser
            .With(Permission.ParticipantsNominate, Permission.ParticipantsDecide, Permission.ParticipantsRead)
            .Of(unit);

    public static TestUser Employee(Guid id) => TestUser.With(Permission.OwnProfile, Permission.CatalogueRead).As(id);

    public async Task<Guid> AddUnitAsync()
    {
        var id = Guid.CreateVersion7();
        var code = $"U{++count}";
        await SqlAsync(
            $"INSERT INTO units (id, code, name, kind, active_from, changed_at) VALUES ({id}, {code}, {"Unit " + code}, {"biro"}, {new DateOnly(2020, 1, 1)}, {Clock.GetUtcNow()})"
        );
        return id;
    }

    public async Task<Guid> AddEmployeeAsync(Guid? unit = null, Guid? supervisor = null, DateOnly? activeTo = null)
    {
        var id = Guid.CreateVersion7();
        var number = $"19850605201309{++count:0000}";
        await SqlAsync(
            $"""
            INSERT INTO employees (id, number, number_kind, name, search_words, employment_type, rank, position,
                position_family, position_level, unit_id, supervisor_id, email, active_from, active_to, changed_at)
            VALUES ({id}, {number}, {"nip"}, {"Pegawai " + count}, {new[]
            {
                "pegawai",
                $"{count}",
            }}, {"PNS"}, {""}, {"Analis"},
                {"JF"}, {""}, {unit ?? UnitA}, {supervisor}::uuid, {$"pegawai{count}@contoh.example"},
                {new DateOnly(2020, 1, 1)}, {activeTo}::date, {Clock.GetUtcNow()})
            """
        );
        await SqlAsync($"INSERT INTO employee_numbers (number, kind, employee_id) VALUES ({number}, {"nip"}, {id})");
        return id;
    }

    public async Task<Guid> AddTrainingAsync(
        int quota = 10,
        int reserves = 5,
        string state = "Open",
        DateOnly? start = null,
        int days = 3,
        string scheme = "SelfManaged"
    )
    {
        var id = Guid.CreateVersion7();
        var first = start ?? Start;
        await SqlAsync(
            $"""
            INSERT INTO trainings (id, activity_code, title, year, unit_id, form, cluster, scheme, state, starts_on,
                ends_on, time_zone, quota, reserve_places, seats_taken, target_job_families, scheduled_minutes, colour,
                allows_self_application, allows_public_registration, revision, created_by, created_at)
            VALUES ({id}, {$"PPK-{++count}"}, {$"Pelatihan {count}"}, 2026, {Centre}, {"3"}, {"Klasikal"}, {scheme},
                {state}, {first}, {first.AddDays(days - 1)}, {"Asia/Jakarta"}, {quota}, {reserves}, 0,
                {Array.Empty<string>()}, 0, {"Navy"}, true, false, 1, {Guid.NewGuid()}, {Clock.GetUtcNow()})
            """
        );
        return id;
    }

    /// <summary>A session of four hours from 08.00 WIB.</summary>
    public async Task<Guid> AddSessionAsync(Guid training, DateOnly date, int minutes = 240)
    {
        var id = Guid.CreateVersion7();
        var start = new DateTimeOffset(date, new TimeOnly(1, 0), TimeSpan.Zero);
        await SqlAsync(
            $"""
            INSERT INTO sessions (id, training_id, date, starts, ends, starts_at, ends_at, mode, subject)
            VALUES ({id}, {training}, {date}, {new TimeOnly(8, 0)}, {new TimeOnly(8, 0).AddMinutes(minutes)}, {start},
                {start.AddMinutes(minutes)}, {"Klasikal"}, {"Etika"})
            """
        );
        await SqlAsync(
            $"""
            UPDATE trainings SET scheduled_minutes = scheduled_minutes + {minutes}, jp = (scheduled_minutes + {minutes}) / 45
            WHERE id = {training}
            """
        );
        return id;
    }

    /// <summary>Straight into a state, as if everything before had happened.</summary>
    public async Task<Guid> AddParticipantAsync(
        Guid training,
        string state,
        Guid? employee = null,
        int? rank = null,
        Guid? unit = null
    )
    {
        var id = Guid.CreateVersion7();
        var person = employee ?? await AddEmployeeAsync(unit);
        await SqlAsync(
            $"""
            INSERT INTO participants (id, training_id, employee_id, unit_id, name, identity_number, affiliation, state,
                source, nominated_by, nominated_at, state_since, reserve_rank, starts_on, ends_on)
            SELECT {id}, {training}, e.id, e.unit_id, e.name, e.number, {"Unit"}, {state}, {"Chosen"},
                {Guid.NewGuid()}, {Clock.GetUtcNow()}, {Clock.GetUtcNow()}, {rank}::int, t.starts_on, t.ends_on
            FROM trainings t, employees e WHERE t.id = {training} AND e.id = {person}
            """
        );
        return id;
    }

    /// <summary>As the officer notes it at the desk.</summary>
    public Task<JsonElement> MarkAsync(
        Guid training,
        Guid session,
        Guid participant,
        string status,
        int? minutes = null,
        string? reason = null
    ) =>
        PostAsync(
            Officer,
            $"/trainings/{training}/sessions/{session}/attendance",
            new
            {
                marks = new[]
                {
                    new
                    {
                        id = Guid.CreateVersion7(),
                        participantId = participant,
                        status,
                        minutes,
                        reason,
                    },
                },
            }
        );

    public Task<string> StateAsync(Guid participant) =>
        ScalarAsync<string>($"SELECT state FROM participants WHERE id = {participant}");

    public async Task<JsonElement> PostAsync(TestUser? user, string path, object body, int status = 200)
    {
        var response = await Client(user).PostAsJsonAsync("/api/v1" + path, body, Json);
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, text);
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    public async Task<JsonElement> GetAsync(TestUser? user, string path, int status = 200)
    {
        var response = await Client(user).GetAsync("/api/v1" + path);
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, text);
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>Delivers waiting mail and returns the secret of the newest link to this address.</summary>
    public async Task<string> LastTokenAsync(string address)
    {
        // The box shows the newest first, by a clock that would stand still.
        Clock.Advance(TimeSpan.FromSeconds(1));
        await ScopeAsync(async services =>
        {
            await services.GetRequiredService<MailSender>().RunAsync(CancellationToken.None);
            return true;
        });
        var mails = await Client().GetFromJsonAsync<Page<DemoMailRow>>($"/api/v1/demo/mails?address={address}", Json);
        return mails!.Items[0].Link!.Split('/')[^1];
    }

    public Task<string> EmailOfAsync(Guid employee) =>
        ScalarAsync<string>($"SELECT email FROM employees WHERE id = {employee}");
}

internal static class JsonReading
{
    public static string Code(this JsonElement problem) => problem.GetProperty("code").GetString()!;

    public static Guid Id(this JsonElement element, string name) => element.GetProperty(name).GetGuid();
}
