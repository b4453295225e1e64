using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Trainings.EventHandlers;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

/// <summary>People from outside: who gets in by which link, and what nobody can learn or do with another's.</summary>
public sealed class RegistrationTests(RegistrationFixture scene) : IClassFixture<RegistrationFixture>
{
    private readonly TrainingFixture api = scene.Trainings;

    [Fact]
    public async Task PublicList_ShowsOnlyOpenTrainingsThatAllowIt_AndNothingInternal()
    {
        var open = await scene.PublicTrainingAsync();
        var inside = await api.AddTrainingAsync();
        var draft = await scene.PublicTrainingAsync("Draft");

        var list = await api.GetAsync(null, "/public/trainings?size=100");

        var ids = list.GetProperty("items").EnumerateArray().Select(row => row.Id("id")).ToList();
        ids.ShouldContain(open);
        ids.ShouldNotContain(inside);
        ids.ShouldNotContain(draft);
        list.GetRawText().ShouldNotContain("notes");
        foreach (var hidden in new[] { inside, draft, Guid.NewGuid() })
        {
            (await api.GetAsync(null, $"/public/trainings/{hidden}", 404)).Code().ShouldBe("registration.not_offered");
            await scene.RegisterAsync(hidden, scene.NewAddress(), 404);
        }
    }

    [Fact]
    public async Task Register_ShowsNobodyOnTheList_BeforeTheAddressIsProved()
    {
        var training = await scene.PublicTrainingAsync();
        var email = scene.NewAddress();

        await scene.RegisterAsync(training, email);
        (await ListedAsync(training)).ShouldBe(0);
        var token = await api.LastTokenAsync(email);
        // Mail scanners open links: looking proves nothing.
        (await api.GetAsync(null, $"/registrations/{token}"))
            .GetProperty("email")
            .GetString()
            .ShouldBe(email);
        (await ListedAsync(training)).ShouldBe(0);
        await api.PostAsync(null, $"/registrations/{token}/confirmation", new { });

        var rows = await api.GetAsync(api.Officer, $"/trainings/{training}/participants");
        var row = rows.GetProperty("items")[0];
        row.GetProperty("state").GetString().ShouldBe("nominated");
        row.GetProperty("source").GetString().ShouldBe("registered");
        row.GetProperty("canDecide").GetBoolean().ShouldBeTrue();
        row.GetProperty("note").GetString().ShouldBe("Ingin belajar");
    }

    [Fact]
    public async Task Register_AnswersTheSame_WhoeverIsRegisteredAlready()
    {
        var training = await scene.PublicTrainingAsync();
        var known = scene.NewAddress();
        await scene.ProvedAsync(training, known);
        api.Clock.Advance(TimeSpan.FromMinutes(5));

        var again = await SendAsync(training, known);
        var fresh = await SendAsync(training, scene.NewAddress());

        again.GetRawText().ShouldBe(fresh.GetRawText());
        // The owner of the address learns it, and no second link is made that could prove anything.
        (await scene.MailsToAsync(known)).ShouldBe(2);
        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM registrations WHERE email = {known} AND closed_at IS NULL"
            )
        ).ShouldBe(0);
        (await ListedAsync(training)).ShouldBe(1);
    }

    [Fact]
    public async Task Register_AgainAndAgain_SendsAnAddressFewMails()
    {
        var training = await scene.PublicTrainingAsync();
        var email = scene.NewAddress();

        for (var i = 0; i < 4; i++)
            await scene.RegisterAsync(training, email);
        (await scene.MailsToAsync(email)).ShouldBe(1);
        for (var i = 0; i < 10; i++)
        {
            api.Clock.Advance(TimeSpan.FromMinutes(5));
            await scene.RegisterAsync(training, email);
        }

        (await scene.MailsToAsync(email)).ShouldBe(5);
    }

    [Fact]
    public async Task Link_WorksOnce_ForADay_AndOnlyTheNewest()
    {
        var training = await scene.PublicTrainingAsync();
        var (email, late) = (scene.NewAddress(), scene.NewAddress());
        await scene.RegisterAsync(training, email);
        var first = await api.LastTokenAsync(email);
        api.Clock.Advance(TimeSpan.FromMinutes(5));
        await scene.RegisterAsync(training, email);
        var second = await api.LastTokenAsync(email);
        await scene.RegisterAsync(training, late);
        var old = await api.LastTokenAsync(late);

        await RefusedAsync(first, 409, "registration.replaced");
        await api.PostAsync(null, $"/registrations/{second}/confirmation", new { });
        await RefusedAsync(second, 409, "registration.used");
        await RefusedAsync(new string('a', 64), 404, "registration.unknown");
        await RefusedAsync("pendek", 404, "registration.unknown");
        api.Clock.Advance(TimeSpan.FromHours(25));
        await RefusedAsync(old, 409, "registration.expired");

        (await ListedAsync(training)).ShouldBe(1);
    }

    [Fact]
    public async Task Link_ClickedTwiceAtOnce_ListsOnePerson()
    {
        var training = await scene.PublicTrainingAsync();
        var email = scene.NewAddress();
        await scene.RegisterAsync(training, email);
        var token = await api.LastTokenAsync(email);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ => api.Client().PostAsync($"/api/v1/registrations/{token}/confirmation", null))
        );

        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        answers.Where(answer => !answer.IsSuccessStatusCode).ShouldAllBe(answer => (int)answer.StatusCode == 409);
        (await ListedAsync(training)).ShouldBe(1);
    }

    /// <summary>Where the training is held it is still the day before.</summary>
    [Fact]
    public async Task Registration_IsTakenUntilTheLastDayIsOver_WhereTheTrainingIsHeld()
    {
        var training = await scene.PublicTrainingAsync();
        var there = DateOnly.FromDateTime(api.Clock.GetUtcNow().AddHours(-10).DateTime);
        await api.SqlAsync(
            $"UPDATE trainings SET applications_until = {there}, time_zone = 'Pacific/Honolulu' WHERE id = {training}"
        );

        await scene.ProvedAsync(training, scene.NewAddress());

        var shown = await api.GetAsync(null, $"/public/trainings/{training}");
        shown.GetProperty("canRegister").GetBoolean().ShouldBeTrue();
        (await ListedAsync(training)).ShouldBe(1);
    }

    [Fact]
    public async Task Link_ProvesNothing_AfterRegistrationEnded()
    {
        var today = DateOnly.FromDateTime(api.Clock.GetUtcNow().UtcDateTime);
        var training = await scene.PublicTrainingAsync(start: today.AddDays(1));
        var email = scene.NewAddress();
        await scene.RegisterAsync(training, email);
        var token = await api.LastTokenAsync(email);
        await api.SqlAsync($"UPDATE trainings SET state = {"Running"} WHERE id = {training}");

        await RefusedAsync(token, 422, "registration.closed");

        (await ListedAsync(training)).ShouldBe(0);
    }

    [Theory]
    [InlineData("", "orang@luar.example")]
    [InlineData("Nama", "bukan alamat")]
    [InlineData("Nama", "dua@luar.example, lain@luar.example")]
    [InlineData("Nama", "orang@luar.example\r\nBcc: semua@contoh.example")]
    public async Task Register_WithWrongFields_IsRefused_AndSendsNothing(string name, string email)
    {
        var training = await scene.PublicTrainingAsync();

        await scene.RegisterAsync(training, email, 400, name);

        (await api.ScalarAsync<long>($"SELECT count(*) FROM registrations WHERE training_id = {training}")).ShouldBe(0);
    }

    [Fact]
    public async Task Officer_Decides_AndNobodyElse_TheRejectedReadWhy()
    {
        var training = await scene.PublicTrainingAsync();
        var email = scene.NewAddress();
        var participant = await scene.ProvedAsync(training, email);
        var decision = new
        {
            decisions = new[]
            {
                new
                {
                    participantId = participant,
                    approve = false,
                    reason = "Untuk pegawai instansi mitra",
                },
            },
        };
        var elsewhere = TestUser.With(Permission.ParticipantsManage).Of(api.UnitB);

        foreach (var user in new[] { TrainingFixture.Coordinator(api.UnitA), elsewhere })
        {
            var problem = await api.PostAsync(user, "/nominations/decisions", decision, 404);
            problem.Code().ShouldBe("participant.not_found");
        }
        await api.PostAsync(api.Officer, "/nominations/decisions", decision);

        (await api.StateAsync(participant)).ShouldBe("Rejected");
        (
            await api.ScalarAsync<string>(
                $"SELECT text FROM mail_outbox WHERE to_address = {email} ORDER BY created_at DESC, id DESC LIMIT 1"
            )
        ).ShouldContain("Untuk pegawai instansi mitra");
    }

    [Fact]
    public async Task WhatWasNeverProved_IsThrownAway_WhatWasProvedStays()
    {
        var training = await scene.PublicTrainingAsync(start: TrainingFixture.Start.AddMonths(3));
        var (never, proved) = (scene.NewAddress(), scene.NewAddress());
        await scene.RegisterAsync(training, never);
        await scene.ProvedAsync(training, proved);
        api.Clock.Advance(TimeSpan.FromDays(4));

        await api.ScopeAsync(async services =>
        {
            await services.GetRequiredService<ForgetRegistrations>().RunAsync(CancellationToken.None);
            return true;
        });

        (await api.ScalarAsync<long>($"SELECT count(*) FROM registrations WHERE email = {never}")).ShouldBe(0);
        (await api.ScalarAsync<long>($"SELECT count(*) FROM registrations WHERE email = {proved}")).ShouldBe(1);
    }

    private Task<JsonElement> SendAsync(Guid training, string email) =>
        api.PostAsync(null, $"/public/trainings/{training}/registrations", new { name = "Tamu Luar", email });

    private async Task RefusedAsync(string token, int status, string code) =>
        (await api.PostAsync(null, $"/registrations/{token}/confirmation", new { }, status)).Code().ShouldBe(code);

    private Task<long> ListedAsync(Guid training) =>
        api.ScalarAsync<long>($"SELECT count(*) FROM participants WHERE training_id = {training}");
}

/// <summary>An institution that never opened the page has none.</summary>
public sealed class NoPublicPageTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    [Fact]
    public async Task WithoutThePage_NothingIsListed_AndNobodyRegisters()
    {
        var training = await api.AddTrainingAsync();
        await api.SqlAsync($"UPDATE trainings SET allows_public_registration = true WHERE id = {training}");

        (await api.GetAsync(null, "/public/trainings")).GetProperty("total").GetInt32().ShouldBe(0);
        var problem = await api.PostAsync(
            null,
            $"/public/trainings/{training}/registrations",
            new { name = "Tamu", email = "tamu@luar.example" },
            404
        );

        problem.Code().ShouldBe("registration.not_offered");
    }
}
