using System.Text.Json;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

/// <summary>The steps that the tests of corrections are told in.</summary>
public sealed partial class CorrectionTests
{
    private Task<JsonElement> CloseAsync(Guid training, int status = 200) =>
        api.PostAsync(api.Officer, $"/trainings/{training}/close", new { }, status);

    private async Task RevokeAsync(Guid participant) =>
        await api.PostAsync(
            TestUser.With(Permission.CertificatesRevoke),
            $"/certificates/{await api.ScalarAsync<Guid>($"SELECT id FROM certificates WHERE participant_id = {participant}")}/revocation",
            new { @class = "notEligible", reason = "Tidak memenuhi syarat" },
            204
        );

    private async Task<JsonElement> BoardRowAsync(Guid training) =>
        (await api.GetAsync(api.Officer, "/trainings/board?size=100&state=completed"))
            .GetProperty("items")
            .EnumerateArray()
            .Single(row => row.GetProperty("id").GetGuid() == training);

    private Task<int> MoreHoursAsync(Guid training) =>
        api.SqlAsync(
            $"UPDATE trainings SET programme_jp = 14, programme_jp_reason = 'Kurikulum ditetapkan 14 JP' WHERE id = {training}"
        );

    private async Task<(int, int, int)> ForeseenAsync(Guid training) =>
        Consequences(
            (await api.GetAsync(api.Officer, $"/trainings/{training}/completion")).GetProperty("certificates")
        );

    private static (int, int, int) Consequences(JsonElement certificates) =>
        (
            certificates.GetProperty("revoked").GetInt32(),
            certificates.GetProperty("outdated").GetInt32(),
            certificates.GetProperty("untouched").GetInt32()
        );

    private Task<JsonElement> PreviewAsync(Guid training) =>
        api.GetAsync(api.Issuer, $"/trainings/{training}/certificates/preview");

    private Task<JsonElement> ReissueAsync(Guid training, int status = 200, TestUser? by = null) =>
        api.PostAsync(
            by ?? api.Issuer,
            $"/trainings/{training}/certificates/reissue",
            new { reason = "JP pelatihan dikoreksi" },
            status
        );

    private async Task<int> SendAsync(string path, TestUser by)
    {
        using var body = System.Net.Http.Json.JsonContent.Create(new { reason = "JP pelatihan dikoreksi" });
        return (int)(await api.Client(by).PostAsync("/api/v1" + path, body)).StatusCode;
    }

    private async Task<IReadOnlyList<string>> StatusesAsync(CertifiedScene scene)
    {
        var statuses = new List<string>();
        foreach (var person in scene.People)
        {
            statuses.Add(
                await api.ScalarAsync<string>($"SELECT status FROM certificates WHERE participant_id = {person}")
            );
        }
        return statuses;
    }

    private async Task<IReadOnlyList<string>> NumbersAsync(Guid training, string status) =>
        (
            await api.ScalarAsync<string>(
                $"SELECT coalesce(string_agg(number, ' ' ORDER BY (SELECT name FROM participants p WHERE p.id = participant_id)), '') FROM certificates WHERE source_id = {training} AND status = {status}"
            )
        ).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private Task<int> OutdatedAsync(CertifiedScene scene) =>
        api.ScalarAsync<int>(
            $"SELECT count(*)::int FROM certificates WHERE source_id = {scene.Training} AND outdated_since IS NOT NULL"
        );

    private Task<Guid> EmployeeAsync(Guid participant) =>
        api.ScalarAsync<Guid>($"SELECT employee_id FROM participants WHERE id = {participant}");
}
