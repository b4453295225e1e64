using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Domain.Identity;
using Pionir.Infrastructure.Mail;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

/// <summary>Beside each participant stands how far the mail has come, and it can be sent again.</summary>
public sealed class MailStateTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    [Fact]
    public async Task List_ShowsHowFarTheMailHasCome_AndWhoCannotBeReached()
    {
        var training = await api.AddTrainingAsync();
        var reached = await api.AddParticipantAsync(training, "Approved");
        var unreached = await api.AddParticipantAsync(training, "Approved");
        await api.SqlAsync(
            $"UPDATE employees SET email = NULL WHERE id = (SELECT employee_id FROM participants WHERE id = {unreached})"
        );
        await api.PostAsync(api.Officer, $"/trainings/{training}/participants/invite", new { });

        var rows = await RowsAsync(training, api.Officer);
        rows[reached].GetProperty("mail").GetProperty("state").GetString().ShouldBe("waiting");
        rows[unreached].GetProperty("unreachable").GetBoolean().ShouldBeTrue();
        await DeliverAsync();
        (await RowsAsync(training, api.Officer))[reached]
            .GetProperty("mail")
            .GetProperty("state")
            .GetString()
            .ShouldBe("sent");
        var coordinator = await RowsAsync(training, TrainingFixture.Coordinator(api.UnitA));
        coordinator[reached].GetProperty("mail").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task BouncedInvitation_GoesToABetterAddress_AndTheOldLinkIsDead()
    {
        var training = await api.AddTrainingAsync();
        var (old, better) = ($"salah{Guid.NewGuid():N}@luar.example", $"benar{Guid.NewGuid():N}@luar.example");
        var person = await ExternalAsync(training, old);
        await api.PostAsync(api.Officer, $"/trainings/{training}/participants/invite", new { });
        var first = await api.LastTokenAsync(old);
        await api.SqlAsync(
            $"UPDATE mail_outbox SET state = 'Bounced', last_error = '550 no such user' WHERE to_address = {old}"
        );
        var row = (await RowsAsync(training, api.Officer))[person];
        row.GetProperty("mail").GetProperty("state").GetString().ShouldBe("bounced");
        row.GetProperty("mail").GetProperty("problem").GetString().ShouldBe("550 no such user");

        await SendAsync(api.Officer, training, person, better, 204);

        var second = await api.LastTokenAsync(better);
        (await api.PostAsync(null, $"/invitations/{first}/answer", new { confirm = true }, 409))
            .Code()
            .ShouldBe("invitation.cancelled");
        await api.PostAsync(null, $"/invitations/{second}/answer", new { confirm = true });
        (await api.StateAsync(person)).ShouldBe("Confirmed");
    }

    [Fact]
    public async Task PersonalLink_IsSentAgain_AndTheOldOneOpensNothing()
    {
        var training = await api.AddTrainingAsync();
        var address = $"tamu{Guid.NewGuid():N}@luar.example";
        var person = await ExternalAsync(training, address);
        await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/participants/{person}/confirmation",
            new { confirm = true }
        );
        var first = await api.LastTokenAsync(address);

        await SendAsync(api.Officer, training, person, null, 204);

        var second = await api.LastTokenAsync(address);
        second.ShouldNotBe(first);
        await api.GetAsync(null, $"/personal-links/{first}", 404);
        await api.GetAsync(null, $"/personal-links/{second}");
    }

    [Fact]
    public async Task Sending_IsRefused_WhereItMakesNoSense()
    {
        var training = await api.AddTrainingAsync();
        var invited = await api.AddParticipantAsync(training, "Invited");
        var confirmed = await api.AddParticipantAsync(training, "Confirmed");

        (await SendAsync(api.Officer, training, invited, "lain@contoh.example", 422))
            .Code()
            .ShouldBe("participant.address_from_record");
        (await SendAsync(api.Officer, training, confirmed, null, 409)).Code().ShouldBe("participant.is_confirmed");
        await api.SqlAsync(
            $"UPDATE employees SET email = NULL WHERE id = (SELECT employee_id FROM participants WHERE id = {invited})"
        );
        (await SendAsync(api.Officer, training, invited, null, 422)).Code().ShouldBe("participant.no_address");
        var elsewhere = TestUser.With(Permission.ParticipantsManage).Of(api.UnitB);
        (await SendAsync(elsewhere, training, invited, null, 404)).Code().ShouldBe("training.not_found");
        (await SendAsync(TrainingFixture.Coordinator(api.UnitA), training, invited, null, 403))
            .Code()
            .ShouldBe("access.permission_missing");
    }

    [Fact]
    public async Task Recommended_KeepTheFiguresAsTheReason_InBothLanguages()
    {
        var training = await api.AddTrainingAsync();
        var (lacking, owing) = (await api.AddEmployeeAsync(), await api.AddEmployeeAsync());
        await api.SqlAsync($"UPDATE employees SET employment_type = 'OTHER' WHERE id = {owing}");

        await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/participants",
            new { employeeIds = new[] { lacking, owing }, recommended = true }
        );

        var rows = (await RowsAsync(training, api.Officer)).Values.ToDictionary(row => row.Id("employeeId"));
        rows[lacking].GetProperty("source").GetString().ShouldBe("recommended");
        var why = rows[lacking].GetProperty("recommendedBecause");
        why.GetProperty("id").GetString().ShouldBe("Kurang 20 JP: 0 dari 20 JP tahun 2026");
        why.GetProperty("en").GetString().ShouldBe("Lacks 20 JP: 0 of 20 JP in 2026");
        rows[owing].GetProperty("source").GetString().ShouldBe("chosen");
        rows[owing].GetProperty("recommendedBecause").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private async Task<Guid> ExternalAsync(Guid training, string email) =>
        (
            await api.PostAsync(
                api.Officer,
                $"/trainings/{training}/participants/external",
                new { name = "Tamu Luar", email }
            )
        ).Id("participantId");

    private Task<JsonElement> SendAsync(TestUser user, Guid training, Guid person, string? email, int status) =>
        api.PostAsync(user, $"/trainings/{training}/participants/{person}/mail", new { email }, status);

    private async Task<Dictionary<Guid, JsonElement>> RowsAsync(Guid training, TestUser user) =>
        (await api.GetAsync(user, $"/trainings/{training}/participants"))
            .GetProperty("items")
            .EnumerateArray()
            .ToDictionary(row => row.Id("id"));

    private Task<bool> DeliverAsync() =>
        api.ScopeAsync(async services =>
        {
            await services.GetRequiredService<MailSender>().RunAsync(CancellationToken.None);
            return true;
        });
}
