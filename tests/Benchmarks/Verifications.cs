namespace Pionir.Benchmarks;

/// <summary>
/// Looks at a certificate by the token of its QR code, among a hundred and among a million others, beside a bare server
/// that runs the same SQL.
/// </summary>
internal sealed class Verifications(Stage stage)
{
    private const int Clients = 8;
    private static readonly int[] Sizes = [100, 1_000_000];

    private readonly List<(int Certificates, double Bare, double Ours, double Share)> found = [];

    public async Task MeasureAsync()
    {
        var token = await IssueAsync();
        await using var bare = await BareServer.StartAsync(stage.Application, token);
        using var anybody = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 })
        {
            BaseAddress = stage.Address,
        };
        foreach (var size in Sizes)
        {
            await CopyAsync(size);
            var (atBest, ours, share) = await LoadTest.CompareAsync(
                (bare.Http, "/certificate"),
                (anybody, $"/api/v1/public/certificates/{token}"),
                Clients
            );
            found.Add((size, atBest, ours, share));
        }
        Print();
    }

    /// <returns>The token of one certificate of a training of its own.</returns>
    private async Task<string> IssueAsync()
    {
        using var officer = await PageSession.SignInAsync(stage.Address, "trainingOfficer");
        using var head = await PageSession.SignInAsync(stage.Address, "headOfCentre");
        var training = Guid.CreateVersion7();
        await new Scene(stage).PrepareTrainingAsync(training, people: 1, number: 200);
        await officer.PostAsync($"/api/v1/trainings/{training}/complete", null);
        var accepted = await head.PostAsync($"/api/v1/trainings/{training}/certificates", null);
        await head.JobAsync(accepted.GetProperty("jobId").GetGuid());
        await using var command = stage.Owner.CreateCommand(
            $"SELECT token FROM certificates WHERE source_id = '{training}'"
        );
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Others as large as the one that is looked at; nobody looks at them.</summary>
    private async Task CopyAsync(int certificates) =>
        await stage.ExecuteAsync(
            """
            INSERT INTO certificates SELECT copied.*
            FROM (SELECT * FROM certificates ORDER BY issued_at DESC LIMIT 1) one
            CROSS JOIN generate_series((SELECT count(*) FROM certificates), $1 - 1) n
            CROSS JOIN LATERAL jsonb_populate_record(one::certificates, jsonb_build_object(
                'id', gen_random_uuid(), 'participant_id', gen_random_uuid(), 'sequence', 1000000 + n,
                'number', one.number || '/' || n, 'token', md5(n::text), 'delivery_hash', NULL)) copied
            """,
            certificates
        );

    private void Print()
    {
        Figures.Table(
            $"Looks at a certificate, {Clients} clients, answers per second",
            ["certificates", "bare Kestrel + Npgsql", "Pionir", "share"],
            found.Select(one => (IReadOnlyList<object>)[one.Certificates, one.Bare, one.Ours, $"{one.Share:P0}"])
        );
        Figures.Growth(
            "looks at a certificate",
            (found[0].Certificates, 1 / found[0].Ours),
            (found[^1].Certificates, 1 / found[^1].Ours)
        );
    }
}
