using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

/// <summary>An institution with a public page, and what somebody from outside does on it.</summary>
public sealed class RegistrationFixture : IAsyncLifetime
{
    private const string Institution = "/api/v1/institution";
    private int count;

    public TrainingFixture Trainings { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Trainings.InitializeAsync();
        await OfferAsync(true);
    }

    public ValueTask DisposeAsync() => Trainings.DisposeAsync();

    public async Task OfferAsync(bool offered)
    {
        var admin = Trainings.Client(TestUser.With(Permission.InstitutionManage));
        var view = (await admin.GetFromJsonAsync<JsonObject>(Institution))!;
        var settings = view["settings"]!.AsObject();
        settings["publicRegistration"] = offered;
        using var change = new HttpRequestMessage(HttpMethod.Put, Institution);
        change.Content = JsonContent.Create(new { settings, reason = "halaman umum" });
        change.Headers.TryAddWithoutValidation("If-Match", $"\"{view["version"]}\"");
        (await admin.SendAsync(change)).EnsureSuccessStatusCode();
    }

    public string NewAddress() => $"tamu{++count}@luar.example";

    public async Task<Guid> PublicTrainingAsync(string state = "Open", DateOnly? start = null)
    {
        var training = await Trainings.AddTrainingAsync(state: state, start: start);
        await Trainings.SqlAsync($"UPDATE trainings SET allows_public_registration = true WHERE id = {training}");
        return training;
    }

    public Task RegisterAsync(Guid training, string email, int status = 200, string name = "Tamu Luar") =>
        Trainings.PostAsync(
            null,
            $"/public/trainings/{training}/registrations",
            new
            {
                name,
                email,
                institution = "Universitas Luar",
                note = "Ingin belajar",
            },
            status
        );

    /// <summary>Registered and proved: what an officer finds on the list.</summary>
    public async Task<Guid> ProvedAsync(Guid training, string email)
    {
        await RegisterAsync(training, email);
        var token = await Trainings.LastTokenAsync(email);
        await Trainings.PostAsync(null, $"/registrations/{token}/confirmation", new { });
        return await Trainings.ScalarAsync<Guid>(
            $"SELECT id FROM participants WHERE training_id = {training} AND external_email = {email}"
        );
    }

    /// <summary>Approved, invited and confirmed by the links in the mails; returns the personal link's secret.</summary>
    public async Task<(Guid Participant, string Link)> SeatedAsync(Guid training, string email)
    {
        var participant = await ProvedAsync(training, email);
        await Trainings.PostAsync(
            Trainings.Officer,
            "/nominations/decisions",
            new { decisions = new[] { new { participantId = participant, approve = true } } }
        );
        await Trainings.PostAsync(
            Trainings.Officer,
            $"/trainings/{training}/participants/invite",
            new { participantIds = new[] { participant } }
        );
        var invitation = await Trainings.LastTokenAsync(email);
        await Trainings.PostAsync(null, $"/invitations/{invitation}/answer", new { confirm = true });
        return (participant, await Trainings.LastTokenAsync(email));
    }

    public Task<long> MailsToAsync(string email) =>
        Trainings.ScalarAsync<long>($"SELECT count(*) FROM mail_outbox WHERE to_address = {email}");
}
