using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pionir.Api.Tests.Trainings;
using Pionir.Application.Certificates;
using Pionir.Domain.Certificates;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

/// <summary>Real trainings with certificates that were really issued; only the office of the signer is filled by hand.</summary>
public sealed class CorrectionFixture : TrainingFixture, ICertificateSigners
{
    private static readonly DateOnly Day = new(2026, 2, 23);

    public TestUser Issuer { get; } =
        TestUser.With(Permission.CertificatesIssue, Permission.CertificatesRead, Permission.CertificatesRevoke);

    protected override void Replace(IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton<ICertificateSigners>(this));

    public Task<SnapshotSigner?> OnAsync(DateOnly day, CancellationToken cancellationToken) =>
        Task.FromResult<SnapshotSigner?>(new("Dr. Budi Santoso, M.Si.", "Kepala Pusat"));

    /// <summary>Completed with everybody present all the time, and every certificate issued.</summary>
    public async Task<CertifiedScene> CertifiedAsync(int people = 3)
    {
        var training = await AddTrainingAsync(state: "Running", start: Day);
        Guid[] sessions = [await AddSessionAsync(training, Day), await AddSessionAsync(training, Day.AddDays(1))];
        var seated = new List<Guid>();
        for (var seat = 0; seat < people; seat++)
            seated.Add(await AddParticipantAsync(training, "Confirmed"));
        foreach (var session in sessions)
            await MarkAsync(training, session, seated, "full");
        await CompleteAsync(training);
        await IssueAsync(training);
        return new CertifiedScene(training, sessions, seated);
    }

    public async Task IssueAsync(Guid training)
    {
        var accepted = await PostAsync(Issuer, $"/trainings/{training}/certificates", new { }, 202);
        var batch = accepted.Id("batchId");
        for (var look = 0; look < 600; look++)
        {
            var view = await GetAsync(Issuer, $"/certificate-batches/{batch}");
            if (view.GetProperty("state").GetString() == "completed")
                return;
            await Task.Delay(50);
        }
        throw new TimeoutException("The batch did not end.");
    }

    public Task MarkAsync(Guid training, Guid session, IEnumerable<Guid> people, string status) =>
        PostAsync(
            Officer,
            $"/trainings/{training}/sessions/{session}/attendance",
            new
            {
                marks = people.Select(person => new
                {
                    id = Guid.CreateVersion7(),
                    participantId = person,
                    status,
                    reason = "Koreksi daftar hadir",
                }),
            }
        );

    public Task ReopenAsync(Guid training) =>
        PostAsync(Officer, $"/trainings/{training}/reopen", new { reason = "Kehadiran satu peserta keliru" });

    public Task<System.Text.Json.JsonElement> CompleteAsync(Guid training) =>
        PostAsync(Officer, $"/trainings/{training}/complete", new { });
}

public sealed record CertifiedScene(Guid Training, IReadOnlyList<Guid> Sessions, IReadOnlyList<Guid> People);
