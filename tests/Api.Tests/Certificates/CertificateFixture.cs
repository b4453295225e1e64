using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pionir.Application.Certificates;
using Pionir.Application.Certificates.Commands;
using Pionir.Application.Certificates.Queries;
using Pionir.Domain.Certificates;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

/// <summary>Trainings and people as certificates see them, without planning and running them first.</summary>
public class CertificateFixture : ApiFixture, ICertificateCandidates, ICertificateSigners
{
    private readonly Dictionary<Guid, (CertifiableTraining Training, List<CertificateCandidate> People)> trainings = [];

    public SnapshotSigner? Signer { get; set; } =
        new("Dr. Budi Santoso, M.Si.", "Kepala Pusat", null, "197001011995011001");

    public HttpClient Officer =>
        Client(TestUser.With(Permission.CertificatesIssue, Permission.CertificatesRead, Permission.CertificatesRevoke));

    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string> { ["PublicAddress"] = "https://pionir.contoh.go.id" };

    protected override void Replace(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<ICertificateCandidates>(this));
        services.Replace(ServiceDescriptor.Singleton<ICertificateSigners>(this));
    }

    public CertifiableTraining AddTraining(int people, bool completed = true, bool issuedHere = true, int externals = 0)
    {
        var training = new CertifiableTraining(
            Guid.CreateVersion7(),
            "PPK-2026-0001",
            "Pelatihan Analisis Kebijakan Publik",
            "III",
            new UnitId(Guid.CreateVersion7()),
            completed,
            issuedHere,
            new DateOnly(2026, 2, 16),
            new DateOnly(2026, 2, 20),
            "Jakarta",
            40,
            [new CertifiableSubject("Pengantar analisis kebijakan", 10), new CertifiableSubject("Praktik", 30)]
        )
        {
            Competencies =
            [
                new CertifiableCompetency("kamus", 2, "Kamus Kompetensi Teknis", "M.01", "Analisis \"kebijakan\"", 3),
                new CertifiableCompetency("kamus", 2, "Kamus Kompetensi Teknis", "M.02", "Integritas", 2),
            ],
        };
        trainings[training.Id] = (training, [.. Enumerable.Range(1, people).Select(at => Person(at, at <= externals))]);
        return training;
    }

    public List<CertificateCandidate> People(Guid training) => trainings[training].People;

    public static CertificateCandidate Person(int at, bool external = false, string? name = null) =>
        new(
            Guid.CreateVersion7(),
            external ? null : EmployeeId.New(),
            name ?? $"Peserta Nomor {at}, S.Sos.",
            external ? null : "NIP",
            external ? null : "198507122010011003",
            "Analis",
            "Biro Umum",
            external ? $"peserta{at}@contoh.example" : null,
            true
        );

    public async Task<CertificatesAccepted> IssueAsync(Guid training, HttpClient? client = null)
    {
        var response = await (client ?? Officer).PostAsJsonAsync($"/api/v1/trainings/{training}/certificates", new { });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<CertificatesAccepted>(Json))!;
    }

    public async Task<CertificateBatchView> FinishAsync(Guid batch)
    {
        var client = Officer;
        for (var look = 0; look < 600; look++)
        {
            var view = await client.GetFromJsonAsync<CertificateBatchView>(
                $"/api/v1/certificate-batches/{batch}?size=100",
                Json
            );
            if (view!.State == CertificateBatchState.Completed)
                return view;
            await Task.Delay(50);
        }
        throw new TimeoutException("The batch did not end.");
    }

    /// <summary>Issues to everyone of a new training and returns its certificates.</summary>
    public async Task<(CertifiableTraining Training, IReadOnlyList<CertificateBatchRowView> Rows)> IssuedAsync(
        int people,
        int externals = 0
    )
    {
        var training = AddTraining(people, externals: externals);
        var batch = await FinishAsync((await IssueAsync(training.Id)).BatchId);
        return (training, batch.Rows.Items);
    }

    public async Task<CertificateView> GetAsync(Guid id) =>
        (await Officer.GetFromJsonAsync<CertificateView>($"/api/v1/certificates/{id}", Json))!;

    /// <summary>The count in a number such as <c>0012/PPK/SERT/III/2026</c>.</summary>
    public static int Sequence(string number) => int.Parse(number.Split('/')[0], CultureInfo.InvariantCulture);

    public Task<CertifiableTraining?> FindTrainingAsync(Guid trainingId, CancellationToken cancellationToken) =>
        Task.FromResult(trainings.TryGetValue(trainingId, out var found) ? found.Training : null);

    public Task<IReadOnlyList<CertificateCandidate>> ListAsync(
        Guid trainingId,
        IReadOnlyCollection<Guid>? only,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<CertificateCandidate>>([
            .. trainings[trainingId].People.Where(person => only?.Contains(person.ParticipantId) != false),
        ]);

    public Task<SnapshotSigner?> OnAsync(DateOnly day, CancellationToken cancellationToken) => Task.FromResult(Signer);
}
